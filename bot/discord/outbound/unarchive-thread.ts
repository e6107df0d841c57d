import { type APIThreadChannel, Routes } from 'discord-api-types/v10'
import type { Calls } from './calls.ts'

/** Nothing in an archived thread can be edited: it is opened first. @returns the thread */
export async function openArchived({ call }: Pick<Calls, 'call'>, id: string): Promise<APIThreadChannel> {
  const thread = await call<APIThreadChannel>('get', Routes.channel(id))
  if (thread.thread_metadata?.archived) await call('patch', Routes.channel(id), { body: { archived: false } })
  return thread
}
