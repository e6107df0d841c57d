import { type APIMessage, Routes } from 'discord-api-types/v10'
import type { Sentence } from '../../../core/text/sentence.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { isNewer } from '../snowflake.ts'
import { commentMessages, partNumberOf, plainComment } from '../views/comment.ts'
import type { Calls } from './calls.ts'
import { withoutRefusedText } from './post-once.ts'

const pageSize = 100
/** More would meet Discord's rate limit, and a later try would begin again. */
const maxPages = 3

type Revision = {
  thread: string
  message: string
  reader?: 'requester'
  reactions: readonly Sentence[]
}

/** Updates the messages that show a comment, or deletes them with the comment. A ping in them stays. */
export async function reviseComment(
  calls: Pick<Calls, 'call'>,
  comment: Comment,
  { thread, message, ...extras }: Revision,
): Promise<void> {
  const shown = await messagesShowing(calls, comment, { thread, message })
  const icon = shown.get(0)?.embeds[0]?.author?.icon_url
  const parts = comment.deleted ? [] : commentMessages(comment, { icon, ...extras })
  for (const [index, { embeds }] of parts.entries()) {
    const id = index === 0 ? message : shown.get(index)?.id
    const write = (body: { embeds: object[] }) =>
      id
        ? calls.call('patch', Routes.channelMessage(thread, id), { body, thread })
        : calls.call('post', Routes.channelMessages(thread), { body, thread })
    await withoutRefusedText(
      () => write({ embeds }),
      () => write({ embeds: plainComment(comment, index, { icon, ...extras }).embeds }),
    )
  }
  const rest = [...shown].filter(([index]) => index > 0 && index >= parts.length)
  for (const [, { id }] of rest) await calls.call('delete', Routes.channelMessage(thread, id), { thread })
  if (comment.deleted) await calls.call('delete', Routes.channelMessage(thread, message), { thread })
}

/** Parts that a comment got when it was edited may be far below its first. @returns the messages by part */
async function messagesShowing(
  calls: Pick<Calls, 'call'>,
  comment: Comment,
  { thread, message }: { thread: string; message: string },
): Promise<Map<number, APIMessage>> {
  const parts = new Map<number, APIMessage>()
  for await (const found of messagesFrom(calls, { thread, message })) {
    const part = found.embeds[0] && partNumberOf(found.embeds[0], comment)
    if (typeof part === 'number' && !parts.has(part)) parts.set(part, found)
  }
  return parts
}

/** A message and those after it: the next 300, and the newest 100. */
async function* messagesFrom(
  { call }: Pick<Calls, 'call'>,
  { thread, message }: { thread: string; message: string },
) {
  const read = (query: Record<string, string>) =>
    call<APIMessage[]>('get', Routes.channelMessages(thread), {
      query: new URLSearchParams({ ...query, limit: String(pageSize) }),
      thread,
    })
  let after = String(BigInt(message) - 1n)
  for (let page = 0; page < maxPages; page++) {
    const found = await read({ after })
    yield* found
    if (found.length < pageSize) return
    after = found.reduce((newest, { id }) => (isNewer(id, newest) ? id : newest), after)
  }
  yield* await read({})
}
