import type { REST } from 'discord.js'
import { type APIMessage, Routes } from 'discord-api-types/v10'
import { isNewer } from '../snowflake.ts'

const pageSize = 100

/** Reads the messages of a channel or thread after an id, oldest first. */
export async function* messagesAfter(rest: Pick<REST, 'get'>, channel: string, id: string) {
  let after = id
  for (;;) {
    const query = new URLSearchParams({ after, limit: String(pageSize) })
    const messages = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[]
    const oldestFirst = messages.toSorted((one, other) => (isNewer(one.id, other.id) ? 1 : -1))
    yield* oldestFirst
    const last = oldestFirst.at(-1)
    if (!last || messages.length < pageSize) return
    after = last.id
  }
}
