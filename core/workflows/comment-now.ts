import type { Desk } from '../desk.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import { type Comment, versionOf } from '../tickets/comments/comment.ts'
import { heldByAnother } from './drain-queue.ts'

const longestMs = 10_000

/**
 * A comment whose change a queue owes. The ticket owes it a moment before the comment changes; a change that has not
 * come after ten seconds never will, and then the words are what they were.
 * @throws RetryLater within these ten seconds
 */
export async function commentNow(
  desk: Pick<Desk, 'comments' | 'now'>,
  owed: OutboxEntry,
): Promise<Comment | null> {
  const comment = owed.comment ? await desk.comments.find(owed.comment) : null
  const isLate = desk.now().getTime() - owed.at.getTime() > longestMs
  if (comment && versionOf(comment) < (owed.seen ?? 1) && !isLate) throw heldByAnother(new Date())
  return comment
}
