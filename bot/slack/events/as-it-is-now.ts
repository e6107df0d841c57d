import { commentOfMessage } from '../../../core/tickets/comments/change-in-chat.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { findMessage } from '../find-message.ts'
import { commentKeyOf } from './change-message.ts'
import { type IncomingMessage, messageOf } from './read-message.ts'
import { isLastTry, type Received } from './received.ts'

/**
 * A repeated event may be older than what was handled since. It counts with the message as it is now. One that was
 * deleted is deleted here, too: another process may have stored it after the deletion was handled.
 * @returns null: it was deleted before it was stored
 */
export async function asItIsNow(
  { desk }: Pick<SlackDependencies, 'desk'>,
  received: Received,
  sent: IncomingMessage,
): Promise<IncomingMessage | null> {
  const { client, body, context } = received
  const { channel, ts, state, threadBy } = sent
  if (state === 'deleted') return sent
  const isStored = state === 'new' && (await commentOfMessage(desk, commentKeyOf(sent))) !== null
  try {
    const found = await findMessage(client, channel, ts)
    if (isStored) return found ? sent : { ...sent, state: 'deleted' }
    if (isAnswered(found, context.botUserId)) return null
    const message = found && messageOf(found, { channel, team: body.team_id, state })
    return message && { ...message, threadBy }
  } catch (error) {
    if (!isStored && !isLastTry(received)) throw error
    return sent
  }
}

/** The history was read meanwhile, and the desk has answered what it found there. */
const isAnswered = (found: object | null, bot: string | undefined) =>
  found !== null &&
  'reply_users' in found &&
  Array.isArray(found.reply_users) &&
  found.reply_users.includes(bot)
