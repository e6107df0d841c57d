import { forbidden, notFound } from '../errors.ts'
import type { Actor } from '../users/user.ts'
import type { Ticket } from './ticket.ts'

type Guarded = Pick<Ticket, 'audience' | 'requester' | 'assignee' | 'status' | 'deleted'>

/**
 * A rule for people who can see the ticket. Each action defines its own in `actions/`.
 * @property verb completes "You may not ... this ticket."
 */
export type Permission = { verb: string; rule: (actor: Actor, ticket: Guarded) => boolean }

/**
 * Who may see a ticket, as keys stored with it: its requester, its assignee, its watchers, the admins, and all
 * moderators until somebody claims it. Lists and single look-ups use the same keys.
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

/** Admins see every ticket. So do moderators, where the desk is set up so. */
export const canSeeAll = (actor: Actor) =>
  actor.role === 'admin' || (actor.role === 'moderator' && actor.seesAll === true)

/** The audience keys of a person. They see every ticket that has one of these keys. */
export function audienceKeysOf(actor: Actor): string[] {
  if (canSeeAll(actor)) return ['admins']
  return actor.role === 'moderator' ? [actor._id, 'moderators'] : [actor._id]
}

export const canSee = (actor: Actor, ticket: Pick<Ticket, 'audience'>) =>
  audienceKeysOf(actor).some((key) => ticket.audience.includes(key))

export const isWatching = (user: string, { watchers = [] }: Pick<Ticket, 'watchers'>) =>
  watchers.some(({ id }) => id === user)

export const isAdmin = (actor: Actor) => actor.role === 'admin'
export const isStaff = (actor: Pick<Actor, 'role'>) => actor.role !== 'user'
export const isRequester = (actor: Actor, ticket: Guarded) => ticket.requester.id === actor._id

/** Whether the person handles the ticket: its assignee, as long as they are staff, and all staff who see every ticket. */
export const isHandler = (actor: Actor, ticket: Guarded) =>
  canSeeAll(actor) || (isStaff(actor) && ticket.assignee?.id === actor._id)

export const seeTicket: Permission = { verb: 'see', rule: canSee }

export const may = (actor: Actor, permission: Permission, ticket: Guarded) =>
  canSee(actor, ticket) && permission.rule(actor, ticket)

/** @throws not-found when they can't see the ticket, forbidden when they see it but the rule refuses */
export function assertMay(actor: Actor, permission: Permission, ticket: Guarded) {
  if (!canSee(actor, ticket)) throw notFound('ticket')
  if (!permission.rule(actor, ticket)) throw forbidden(`You may not ${permission.verb} this ticket.`)
}
