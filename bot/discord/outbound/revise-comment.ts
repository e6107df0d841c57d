import { Routes } from 'discord-api-types/v10'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { commentMessage } from '../views/comment.ts'
import type { Calls } from './calls.ts'
import { openArchived } from './unarchive-thread.ts'

/** The message that shows a comment says what the comment says now, or is gone with it. A ping in it stays. */
export async function reviseComment(
  calls: Pick<Calls, 'call'>,
  comment: Comment,
  { thread, message }: { thread: string; message: string },
): Promise<void> {
  await openArchived(calls, thread)
  const { embeds } = commentMessage(comment)
  if (comment.deleted) await calls.call('delete', Routes.channelMessage(thread, message))
  else await calls.call('patch', Routes.channelMessage(thread, message), { body: { embeds } })
}
