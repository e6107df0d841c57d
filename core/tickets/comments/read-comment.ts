import type { Desk } from '../../desk.ts'
import { notFound } from '../../errors.ts'
import type { Actor } from '../../users/user.ts'
import { readTicket } from '../read-tickets.ts'
import { canRead } from './comment-permissions.ts'

/** A comment with its ticket. @throws not-found, also when the actor may not read it */
export async function readComment(
  desk: Pick<Desk, 'tickets' | 'comments'>,
  actor: Actor,
  { id, comment: commentId }: { id: string; comment: string },
) {
  const ticket = await readTicket(desk, actor, id)
  const comment = await desk.comments.find(commentId)
  if (!comment || comment.ticket !== id || !canRead(actor, comment)) throw notFound('comment')
  return { ticket, comment }
}
