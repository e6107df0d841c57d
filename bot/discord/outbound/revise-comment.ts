import { Routes } from 'discord-api-types/v10'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { commentMessage } from '../views/comment.ts'
import type { Calls } from './calls.ts'
import { unarchiveThread } from './unarchive-thread.ts'

/** Updates the message that shows a comment, or deletes it with the comment. A ping in it stays. */
export async function reviseComment(
  calls: Pick<Calls, 'call'>,
  comment: Comment,
  { thread, message }: { thread: string; message: string },
): Promise<void> {
  await unarchiveThread(calls, thread)
  const { embeds } = commentMessage(comment)
  if (comment.deleted) await calls.call('delete', Routes.channelMessage(thread, message))
  else await calls.call('patch', Routes.channelMessage(thread, message), { body: { embeds } })
}
