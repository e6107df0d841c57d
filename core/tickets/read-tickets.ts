import type { Cursor } from '../database/keyset.ts'
import type { Desk } from '../desk.ts'
import { notFound } from '../errors.ts'
import type { Actor } from '../users/user.ts'
import type { Comment, Visibility } from './comments/comment.ts'
import { assertMay, seeTicket } from './permissions.ts'
import type { Ticket } from './ticket.ts'

/** @throws not-found, also when the ticket exists but the actor can't see it */
export async function readTicket(desk: Pick<Desk, 'tickets'>, actor: Actor, id: string): Promise<Ticket> {
  const ticket = await desk.tickets.find(id)
  if (!ticket) throw notFound('ticket')
  assertMay(actor, seeTicket, ticket)
  return ticket
}

const visibleTo = ({ role }: Actor): Visibility[] => (role === 'user' ? ['public'] : ['public', 'internal'])

/** Lists comments, oldest first. Only moderators and admins get internal notes. @throws not-found */
export async function listComments(
  desk: Pick<Desk, 'tickets' | 'comments'>,
  actor: Actor,
  request: { ticket: string; after?: Cursor | undefined; limit: number },
): Promise<Comment[]> {
  await readTicket(desk, actor, request.ticket)
  return desk.comments.list({
    ticket: request.ticket,
    visibilities: visibleTo(actor),
    ...(request.after ? { after: request.after } : {}),
    limit: request.limit,
  })
}

/** The newest comments of a ticket, oldest first. Only moderators and admins get internal notes. */
export const latestComments = (
  { comments }: Pick<Desk, 'comments'>,
  actor: Actor,
  ticket: Ticket,
  limit: number,
) => comments.latest({ ticket: ticket._id, visibilities: visibleTo(actor), limit })
