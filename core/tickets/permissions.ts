import { forbidden, notFound } from '../errors.ts'
import type { Actor } from '../users/user.ts'
import { isClaimed, isResolved, type Ticket } from './ticket.ts'

export type Action =
  | 'see'
  | 'edit'
  | 'classify'
  | 'claim'
  | 'release'
  | 'wait'
  | 'resolve'
  | 'reopen'
  | 'close'
  | 'assign'
  | 'comment'
  | 'note'
  | 'delete'
  | 'watch'
  | 'share'
  | 'link'

type Seen = Pick<Ticket, 'audience' | 'requester' | 'assignee' | 'status' | 'deleted'>

/**
 * Who may see a ticket, as keys that are stored with it: its requester, its assignee, who watches it, all moderators
 * while nobody has claimed it, and the admins. One rule serves the list query and the single look-up alike.
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

/** The audience keys that a person holds: they see what shares one of them. */
export function audienceKeysOf(actor: Actor): string[] {
  if (actor.role === 'admin') return ['admins']
  return actor.role === 'moderator' ? [actor._id, 'moderators'] : [actor._id]
}

export const isWatching = (user: string, { watchers = [] }: Pick<Ticket, 'watchers'>) =>
  watchers.some(({ id }) => id === user)

const isRequester = (actor: Actor, ticket: Seen) => ticket.requester.id === actor._id
const isAssignee = (actor: Actor, ticket: Seen) => ticket.assignee?.id === actor._id
const isStaff = (actor: Actor) => actor.role !== 'user'

/** It is theirs to work on: the assignee, while they are staff, and any admin. */
const holds = (actor: Actor, ticket: Seen) =>
  actor.role === 'admin' || (isStaff(actor) && isAssignee(actor, ticket))

const rules: Record<Action, (actor: Actor, ticket: Seen) => boolean> = {
  see: (actor, ticket) => audienceKeysOf(actor).some((key) => ticket.audience.includes(key)),
  edit: (actor, ticket) => holds(actor, ticket) || (isRequester(actor, ticket) && !isResolved(ticket)),
  classify: (actor, ticket) => holds(actor, ticket) || (isStaff(actor) && !isClaimed(ticket)),
  claim: (actor) => isStaff(actor),
  release: (actor, ticket) => holds(actor, ticket),
  resolve: (actor, ticket) =>
    isRequester(actor, ticket) || holds(actor, ticket) || (isStaff(actor) && !isClaimed(ticket)),
  wait: (actor, ticket) => holds(actor, ticket),
  reopen: (actor, ticket) => isRequester(actor, ticket) || holds(actor, ticket),
  close: (actor, ticket) => isRequester(actor, ticket) || holds(actor, ticket),
  assign: (actor) => actor.role === 'admin',
  comment: () => true,
  note: (actor) => isStaff(actor),
  delete: (actor) => actor.role === 'admin',
  watch: (actor) => isStaff(actor),
  share: (actor, ticket) => holds(actor, ticket),
  link: (actor, ticket) => holds(actor, ticket) || (isStaff(actor) && ticket.status === 'open'),
}

export const may = (actor: Actor, action: Action, ticket: Seen) =>
  rules.see(actor, ticket) && rules[action](actor, ticket)

/**
 * @throws not-found when the ticket is not this person's to know of, forbidden when it is but the action isn't theirs
 */
export function assertMay(actor: Actor, action: Action, ticket: Seen) {
  if (!rules.see(actor, ticket)) throw notFound('ticket')
  if (!rules[action](actor, ticket)) throw forbidden(`You may not ${wordsFor[action]} this ticket.`)
}

const wordsFor: Record<Action, string> = {
  see: 'see',
  edit: 'edit',
  classify: 'classify',
  claim: 'claim',
  release: 'release',
  wait: 'set aside',
  resolve: 'resolve',
  reopen: 'reopen',
  close: 'close',
  assign: 'assign',
  comment: 'comment on',
  note: 'write internal notes on',
  delete: 'delete',
  watch: 'watch',
  share: 'choose who watches',
  link: 'mark duplicates with',
}
