import { type APIThreadChannel, Routes } from 'discord-api-types/v10'
import type { Calls } from './calls.ts'

/**
 * Unarchives a thread if needed, since messages in an archived one can't be edited.
 * @param unlock whether to unlock it too, so that everybody can write in it again
 * @returns the thread
 */
export async function unarchiveThread(
  { call }: Pick<Calls, 'call'>,
  id: string,
  { unlock }: { unlock: boolean },
): Promise<APIThreadChannel> {
  const thread = await call<APIThreadChannel>('get', Routes.channel(id))
  const { archived, locked } = thread.thread_metadata ?? {}
  if (archived)
    await call('patch', Routes.channel(id), {
      body: { archived: false, ...(locked && unlock ? { locked: false } : {}) },
    })
  return thread
}
