import type { Desk } from '../desk.ts'
import type { TicketEntry } from '../outbox/entry.ts'
import { HeldByAnother } from '../provider-errors.ts'
import { type Comment, versionOf } from '../tickets/comments/comment.ts'

type CommentChanged = Extract<TicketEntry, { kind: 'comment-changed' }>

const longestMs = 10_000
const askAgainMs = 500

/**
 * A comment as it is after the change that an entry is about. The ticket holds the entry a moment before the comment
 * changes. A change that has not come after ten seconds never will, and the comment is shown as it is.
 * @throws HeldByAnother within these ten seconds
 */
export async function changedComment(
  { comments, now }: Pick<Desk, 'comments' | 'now'>,
  entry: CommentChanged,
): Promise<Comment | null> {
  const comment = await comments.find(entry.comment)
  const isLate = now().getTime() - entry.at.getTime() > longestMs
  if (comment && versionOf(comment) < entry.version && !isLate)
    throw new HeldByAnother('The comment is still being changed', askAgainMs)
  return comment
}
