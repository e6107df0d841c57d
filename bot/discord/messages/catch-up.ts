import type { REST } from 'discord.js'
import { type APIMessage, type APIThreadChannel, Routes } from 'discord-api-types/v10'
import { isNewer, timeOf } from '../snowflake.ts'

const pageSize = 100

type DeskChannel = { rest: Pick<REST, 'get'>; guildId: string; channelId: string }

/**
 * Reads the messages after an id in the desk's threads, oldest first in each thread. A new gateway session does not
 * report earlier events, so messages missed in between are only in the history.
 */
export async function catchUp(
  deskChannel: DeskChannel,
  since: string,
  take: (message: APIMessage) => Promise<void>,
): Promise<void> {
  for (const thread of await threadsWithNewMessages(deskChannel, since))
    await readThread(deskChannel, thread.id, since, take)
}

async function threadsWithNewMessages({ rest, guildId, channelId }: DeskChannel, since: string) {
  const active = (await rest.get(Routes.guildActiveThreads(guildId))) as { threads: APIThreadChannel[] }
  // Archived threads come newest first. One may have had a reply shortly before it was archived.
  const archived = (await rest.get(Routes.channelThreads(channelId, 'public'), {
    query: new URLSearchParams({ limit: String(pageSize) }),
  })) as { threads: APIThreadChannel[] }
  const justArchived = archived.threads.filter(
    ({ thread_metadata }) => Date.parse(thread_metadata?.archive_timestamp ?? '') > timeOf(since),
  )
  return [...active.threads, ...justArchived].filter(
    ({ parent_id, last_message_id }) =>
      parent_id === channelId && last_message_id && isNewer(last_message_id, since),
  )
}

async function readThread(
  { rest }: DeskChannel,
  thread: string,
  since: string,
  take: (message: APIMessage) => Promise<void>,
) {
  let after = since
  for (;;) {
    const query = new URLSearchParams({ after, limit: String(pageSize) })
    const messages = (await rest.get(Routes.channelMessages(thread), { query })) as APIMessage[]
    const oldestFirst = messages.toSorted((one, other) => (isNewer(one.id, other.id) ? 1 : -1))
    for (const message of oldestFirst) await take(message)
    const last = oldestFirst.at(-1)
    if (!last || messages.length < pageSize) return
    after = last.id
  }
}
