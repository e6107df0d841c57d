import type { GenericMessageEvent } from '@slack/types'
import { commentOfMessage } from '../../../core/tickets/comments/change-in-chat.ts'
import { briefError } from '../connection/brief-error.ts'
import { commentKeyOf, sentCommentOf } from './change-message.ts'
import { type IncomingMessage, messageOf } from './read-message.ts'
import type { MessageDependencies, Received } from './received.ts'

/** More than people write in a thread while Slack repeats an event. */
const maxMessages = 200

/**
 * Takes first what was written in a thread before a message and has not arrived yet. Slack repeats an event only after
 * a minute, and the conversation would be stored in another order. Where nothing may be missing after all, a message
 * does not wait until Slack can be read.
 * @throws what `take` throws, or when something is missing and Slack can't be read
 */
export async function takeEarlier(
  deps: Pick<MessageDependencies, 'desk' | 'gaps' | 'log'>,
  received: Received,
  message: IncomingMessage,
  take: (earlier: IncomingMessage) => Promise<unknown>,
): Promise<void> {
  const gap = message.thread && message.state !== 'deleted' ? deps.gaps.before(message) : null
  if (!gap) return
  const read = await readEarlier(received, message, gap.from).catch((error: unknown) => {
    if (gap.isCertain) throw error
    deps.log.warn({ err: briefError(error) }, 'Earlier messages of a thread in Slack could not be read')
  })
  if (!read) return
  for (const earlier of read) if (!(await isStored(deps, earlier))) await take(earlier)
  // After one that Slack repeats, or that was changed, others may still be missing.
  if (message.state === 'new' && !received.context.retryNum) deps.gaps.filled(message)
}

async function isStored({ desk }: Pick<MessageDependencies, 'desk'>, message: IncomingMessage) {
  const comment =
    (await sentCommentOf(desk, message)) ?? (await commentOfMessage(desk, commentKeyOf(message)))
  return comment !== null
}

/** @param since ms since 1970 @returns oldest first */
async function readEarlier(
  { client, body }: Received,
  { channel, thread = '', threadBy, ts: latest }: IncomingMessage,
  since: number,
): Promise<IncomingMessage[]> {
  const oldest = (Math.floor(since) / 1_000).toFixed(6)
  const { messages = [] } = await client.conversations.replies({
    ...{ channel, ts: thread, oldest, latest, inclusive: true, limit: maxMessages },
  })
  // The client's types of what it reads and of what it receives differ.
  return (messages as GenericMessageEvent[])
    .filter(({ ts }) => ts !== thread && ts < latest)
    .flatMap((one) => messageOf(one, { channel, team: body.team_id, state: 'new' }) ?? [])
    .map((one) => ({ ...one, threadBy }))
}
