import { forbidden, notFound } from '../errors.ts'
import type { Actor } from '../users/user.ts'
import type { Ticket } from './ticket.ts'

type Guarded = Pick<Ticket, 'audience' | 'requester' | 'assignee' | 'status' | 'deleted'>

/**
 * Who may do something to a ticket that they can see. Each action states its own: see `actions/`.
 * @property verb completes "You may not ... this ticket."
 */
export type Permission = { verb: string; rule: (actor: Actor, ticket: Guarded) => boolean }

/**
 * Who may see a ticket, as keys that are stored with it: its requester, its assignee, its watchers, all moderators
 * while nobody has claimed it, and the admins. The list query and the single look-up both use these keys.
 */
export function audienceOf(
  ticket: Pick<Ticket, 'requester' | 'assignee' | 'watchers' | 'status' | 'deleted'>,
): string[] {
  if (ticket.deleted) return []
  const people = [
    ticket.requester.id,
    ...(ticket.assignee ? [ticket.assignee.id] : []),
    ...(ticket.watchers ?? []).map(({ id }) => id),
  ]
  return [...new Set([...people, ...(ticket.status === 'open' ? ['moderators'] : []), 'admins'])]
}

/** The audience keys that a person holds. They see every ticket that has one of them. */
export function audienceKeysOf(actor: Actor): string[] {
  if (actor.role === 'admin') return ['admins']
  return actor.role === 'moderator' ? [actor._id, 'moderators'] : [actor._id]
}

export const canSee = (actor: Actor, ticket: Pick<Ticket, 'audience'>) =>
  audienceKeysOf(actor).some((key) => ticket.audience.includes(key))

export const isWatching = (user: string, { watchers = [] }: Pick<Ticket, 'watchers'>) =>
  watchers.some(({ id }) => id === user)

export const isAdmin = (actor: Actor) => actor.role === 'admin'
export const isStaff = (actor: Actor) => actor.role !== 'user'
export const isRequester = (actor: Actor, ticket: Guarded) => ticket.requester.id === actor._id

/** The ticket is theirs to work on: the assignee, while they are staff, and any admin. */
export const isHandler = (actor: Actor, ticket: Guarded) =>
  isAdmin(actor) || (isStaff(actor) && ticket.assignee?.id === actor._id)

export const see: Permission = { verb: 'see', rule: canSee }

export const may = (actor: Actor, permission: Permission, ticket: Guarded) =>
  canSee(actor, ticket) && permission.rule(actor, ticket)

/** @throws not-found when they can't see the ticket, forbidden when they see it but the rule says no */
export function assertMay(actor: Actor, permission: Permission, ticket: Guarded) {
  if (!canSee(actor, ticket)) throw notFound('ticket')
  if (!permission.rule(actor, ticket)) throw forbidden(`You may not ${permission.verb} this ticket.`)
}
