import { Routes } from 'discord-api-types/v10'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { commentMessage, plainComment } from '../views/comment.ts'
import type { Calls } from './calls.ts'
import { withoutRefusedText } from './post-once.ts'

/** Updates the message that shows a comment, or deletes it with the comment. A ping in it stays. */
export async function reviseComment(
  { call }: Pick<Calls, 'call'>,
  comment: Comment,
  { thread, message }: { thread: string; message: string },
): Promise<void> {
  const route = Routes.channelMessage(thread, message)
  const patch = ({ embeds }: { embeds: object[] }) => call('patch', route, { body: { embeds }, thread })
  if (comment.deleted) await call('delete', route, { thread })
  else
    await withoutRefusedText(
      () => patch(commentMessage(comment)),
      () => patch(plainComment(comment)),
    )
}
