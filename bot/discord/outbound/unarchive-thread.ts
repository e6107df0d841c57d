import { type APIThreadChannel, Routes } from 'discord-api-types/v10'
import type { Calls } from './calls.ts'

/** Unarchives a thread if needed, since messages in an archived one can't be edited. @returns the thread */
export async function unarchiveThread({ call }: Pick<Calls, 'call'>, id: string): Promise<APIThreadChannel> {
  const thread = await call<APIThreadChannel>('get', Routes.channel(id))
  if (thread.thread_metadata?.archived) await call('patch', Routes.channel(id), { body: { archived: false } })
  return thread
}
