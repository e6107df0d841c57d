import { conflict, forbidden } from '../../errors.ts'
import type { Actor } from '../../users/user.ts'
import { referenceTo } from '../change.ts'
import { isAdmin } from '../permissions.ts'
import type { Ticket } from '../ticket.ts'
import type { Comment } from './comment.ts'

/*
 * Permissions on existing comments, for people who can see the ticket. actions/comment.ts says who may write one.
 */

/** Internal notes are for staff. */
export const canRead = (actor: Actor, comment: Comment) =>
  comment.visibility === 'public' || actor.role !== 'user'

/** Only the author can edit a comment, until the ticket is closed. @throws forbidden, conflict */
export function assertMayEdit(actor: Actor, comment: Comment, ticket: Ticket) {
  if (comment.author.id !== actor._id) throw forbidden('You may change only what you have written yourself.')
  if (comment.deleted) throw conflict(`${comment.deleted.by.name} has deleted it.`)
  assertNotClosed(ticket)
}

/** The author can delete a comment until the ticket is closed, admins at any time. @throws forbidden, conflict */
export function assertMayDelete(actor: Actor, comment: Comment, ticket: Ticket) {
  if (isAdmin(actor)) return
  if (comment.author.id !== actor._id) throw forbidden('You may delete only what you have written yourself.')
  assertNotClosed(ticket)
}

function assertNotClosed(ticket: Ticket) {
  if (ticket.status === 'closed')
    throw conflict(`${referenceTo(ticket)} is closed: comments stay as they are.`)
}
