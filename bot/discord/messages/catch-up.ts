import type { REST } from 'discord.js'
import { type APIMessage, type APIThreadChannel, Routes } from 'discord-api-types/v10'
import { isNewer, timeOf } from '../snowflake.ts'

const page = 100

type Place = { rest: Pick<REST, 'get'>; guildId: string; channelId: string }

/**
 * Reads what was said in the desk's threads after an id, oldest first in each thread. A new gateway session brings
 * nothing of what happened between it and the last one, so history is the only place to learn it from.
 */
export async function catchUp(
  place: Place,
  since: string,
  take: (message: APIMessage) => Promise<void>,
): Promise<void> {
  for (const thread of await threadsWithNews(place, since)) await readThread(place, thread.id, since, take)
}

async function threadsWithNews({ rest, guildId, channelId }: Place, since: string) {
  const active = (await rest.get(Routes.guildActiveThreads(guildId))) as { threads: APIThreadChannel[] }
  // Newest first; a thread that was closed meanwhile may have been answered before
  const archived = (await rest.get(Routes.channelThreads(channelId, 'public'), {
    query: new URLSearchParams({ limit: String(page) }),
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
  { rest }: Place,
  thread: string,
  since: string,
  take: (message: APIMessage) => Promise<void>,
) {
  let after = since
  for (;;) {
    const query = new URLSearchParams({ after, limit: String(page) })
    const messages = (await rest.get(Routes.channelMessages(thread), { query })) as APIMessage[]
    const oldestFirst = messages.toSorted((one, other) => (isNewer(one.id, other.id) ? 1 : -1))
    for (const message of oldestFirst) await take(message)
    const last = oldestFirst.at(-1)
    if (!last || messages.length < page) return
    after = last.id
  }
}
