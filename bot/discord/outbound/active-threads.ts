import { type APIThreadChannel, ChannelType, Routes } from 'discord-api-types/v10'
import { timeOf } from '../snowflake.ts'
import type { Calls } from './calls.ts'

type Place = { guildId: string; channelId: string }

/** The server's active threads under the desk's channel, and private ones. */
export async function activeThreads(calls: Pick<Calls, 'call'>, { guildId, channelId }: Place) {
  const route = Routes.guildActiveThreads(guildId)
  const { threads } = await calls.call<{ threads: APIThreadChannel[] }>('get', route, { channelKind: 'desk' })
  return threads
    .filter(({ parent_id, type }) => parent_id === channelId || type === ChannelType.PrivateThread)
    .map(({ id, last_message_id }) => ({ id, lastAt: new Date(timeOf(last_message_id ?? id)) }))
}
