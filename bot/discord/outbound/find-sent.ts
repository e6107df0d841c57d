import { type APIMessage, Routes } from 'discord-api-types/v10'
import { isNewer } from '../snowflake.ts'
import type { Calls } from './calls.ts'

const pageSize = 50
const maxPages = 6

/**
 * Looks for a message that an earlier try may have posted, newest first. Discord checks a nonce only for a few minutes
 * and leaves it out of the history.
 * @param since a message id: older messages are not searched. Undefined: only the newest page is.
 */
export async function findSent(
  { call }: Pick<Calls, 'call'>,
  {
    channel,
    since,
    isIt,
  }: { channel: string; since: string | undefined; isIt: (message: APIMessage) => boolean },
): Promise<string | null> {
  let before: string | undefined
  for (let page = 0; page < maxPages; page++) {
    const query = new URLSearchParams({ limit: String(pageSize), ...(before ? { before } : {}) })
    const messages = await call<APIMessage[]>('get', Routes.channelMessages(channel), { query })
    const found = messages.find((message) => message.author.bot === true && isIt(message))
    if (found) return found.id
    before = messages.at(-1)?.id
    if (!before || !since || messages.length < pageSize || !isNewer(before, since)) return null
  }
  return null
}
