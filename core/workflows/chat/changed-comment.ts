import type { Desk } from '../../desk.ts'
import type { TicketEntry } from '../../outbox/entry.ts'
import { HeldByAnother } from '../../provider-errors.ts'
import { type Comment, versionOf } from '../../tickets/comments/comment.ts'

type CommentChanged = Extract<TicketEntry, { kind: 'comment-changed' | 'remove-files' }>

const maxMs = 10_000
const askAgainMs = 500

/**
 * Reads the comment that an entry says has changed. The ticket gets the entry a moment before the comment changes. If
 * the change is still missing after ten seconds, it never comes, and the current comment is returned.
 * @throws HeldByAnother while the change is missing, for up to ten seconds
 */
export async function changedComment(
  { comments, now }: Pick<Desk, 'comments' | 'now'>,
  entry: CommentChanged,
): Promise<Comment | null> {
  const comment = await comments.find(entry.comment)
  const isLate = now().getTime() - entry.at.getTime() > maxMs
  if (comment && versionOf(comment) < entry.version && !isLate)
    throw new HeldByAnother('The comment is still being changed', askAgainMs)
  return comment
}
