import type { Cursor } from '../database/keyset.ts'
import type { Desk } from '../desk.ts'
import { notFound } from '../errors.ts'
import type { Actor } from '../users/user.ts'
import type { Comment } from './comment.ts'
import { audienceKeysOf, demand } from './permissions.ts'
import type { Status, Ticket } from './ticket.ts'

export type ListRequest = {
  status?: Status[] | undefined
  /** `mine`: filed by me; `assigned`: assigned to me; `queue`: unclaimed; else everything that I may see */
  view?: 'mine' | 'assigned' | 'queue' | undefined
  after?: Cursor | undefined
  limit: number
}

/** One page of what this person may see, newest first. */
export function listTickets(
  desk: Pick<Desk, 'tickets'>,
  actor: Actor,
  request: ListRequest,
): Promise<Ticket[]> {
  const { view, after, limit } = request
  const status = view === 'queue' ? (['open'] as Status[]) : request.status
  return desk.tickets.list({
    audience: audienceKeysOf(actor),
    ...(status ? { status } : {}),
    ...(view === 'mine' ? { requester: actor._id } : {}),
    ...(view === 'assigned' ? { assignee: actor._id } : {}),
    ...(after ? { after } : {}),
    limit,
  })
}

/** @throws not-found also when it exists but isn't theirs to know of */
export async function readTicket(desk: Pick<Desk, 'tickets'>, actor: Actor, id: string): Promise<Ticket> {
  const ticket = await desk.tickets.find(id)
  if (!ticket) throw notFound('ticket')
  demand(actor, 'see', ticket)
  return ticket
}

/** Oldest first; internal notes only for moderators and admins. */
export async function listComments(
  desk: Pick<Desk, 'tickets' | 'comments'>,
  actor: Actor,
  request: { ticket: string; after?: Cursor | undefined; limit: number },
): Promise<Comment[]> {
  await readTicket(desk, actor, request.ticket)
  return desk.comments.list({
    ticket: request.ticket,
    visibilities: actor.role === 'user' ? ['public'] : ['public', 'internal'],
    ...(request.after ? { after: request.after } : {}),
    limit: request.limit,
  })
}
