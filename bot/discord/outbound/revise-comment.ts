import { type APIMessage, Routes } from 'discord-api-types/v10'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { commentMessages, partShown, plainComment } from '../views/comment.ts'
import type { Calls } from './calls.ts'
import { withoutRefusedText } from './post-once.ts'

/** Updates the messages that show a comment, or deletes them with the comment. A ping in them stays. */
export async function reviseComment(
  calls: Pick<Calls, 'call'>,
  comment: Comment,
  { thread, message, reader }: { thread: string; message: string; reader?: 'requester' | undefined },
): Promise<void> {
  const shown = await messagesShowing(calls, comment, { thread, message })
  const icon = shown.get(0)?.embeds[0]?.author?.icon_url
  const parts = comment.deleted ? [] : commentMessages(comment, { icon, reader })
  for (const [index, { embeds }] of parts.entries()) {
    const id = index === 0 ? message : shown.get(index)?.id
    const write = (body: { embeds: object[] }) =>
      id
        ? calls.call('patch', Routes.channelMessage(thread, id), { body, thread })
        : calls.call('post', Routes.channelMessages(thread), { body, thread })
    await withoutRefusedText(
      () => write({ embeds }),
      () => write({ embeds: plainComment(comment, index, { icon, reader }).embeds }),
    )
  }
  const rest = [...shown].filter(([index]) => index > 0 && index >= parts.length)
  for (const [, { id }] of rest) await calls.call('delete', Routes.channelMessage(thread, id), { thread })
  if (comment.deleted) await calls.call('delete', Routes.channelMessage(thread, message), { thread })
}

/**
 * The parts of a long comment follow each other. Parts that it got when it was edited are among the newest messages.
 * @returns the messages by part
 */
async function messagesShowing(
  { call }: Pick<Calls, 'call'>,
  comment: Comment,
  { thread, message }: { thread: string; message: string },
): Promise<Map<number, APIMessage>> {
  const page = (query: Record<string, string>) =>
    call<APIMessage[]>('get', Routes.channelMessages(thread), {
      query: new URLSearchParams({ ...query, limit: '50' }),
      thread,
    })
  const near = [...(await page({ around: message })), ...(await page({}))]
  return new Map(
    near.flatMap((found) => {
      const part = found.embeds[0] && partShown(found.embeds[0], comment)
      return typeof part === 'number' ? [[part, found] as const] : []
    }),
  )
}
