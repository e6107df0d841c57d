import type { Comment } from '../../core/tickets/comments/comment.ts'
import type { Answer, TicketField } from '../../core/tickets/fields/ticket-field.ts'
import { facetsOf } from '../../core/tickets/lists/facets.ts'
import { sortKeysOf } from '../../core/tickets/lists/sort-keys.ts'
import { audienceOf } from '../../core/tickets/permissions.ts'
import type { NewTicket } from '../../core/tickets/store/ticket-store.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import { type Actor, personOf, type Role } from '../../core/users/user.ts'

/** When everything in a fixture happened, unless a test says otherwise. */
export const monday = new Date('2026-03-02T09:00:00.000Z')
export const later = (seconds: number) => new Date(monday.getTime() + seconds * 1_000)

/** An id that is easy to tell from others: 24 times one hex digit. */
export const idLike = (digit: string) => digit.repeat(24)

const person = (digit: string, name: string, role: Role): Actor => ({ _id: idLike(digit), name, role })

export const ann = person('a', 'Ann Lee', 'user')
export const bob = person('b', 'Bob Poe', 'user')
export const max = person('c', 'Max Moe', 'moderator')
export const mia = person('d', 'Mia Fox', 'moderator')
export const root = person('e', 'Root Roe', 'admin')

const fields = {
  _id: idLike('1'),
  number: 42,
  title: 'Printer on fire',
  description: 'Flames come out of **it**.',
  urgency: 'normal',
  status: 'open',
  priority: null,
  category: null,
  skills: [],
  tags: [],
  summary: null,
  notes: null,
  triage: {
    state: 'pending',
    engine: null,
    model: null,
    confidence: null,
    reasons: [],
    fallback: null,
    startedAt: null,
    at: null,
  },
  requester: personOf(ann),
  assignee: null,
  assignment: null,
  source: 'slack',
  surfaces: {},
  resolution: null,
  deleted: false,
  history: [{ at: monday, by: personOf(ann), surface: 'slack', action: 'opened' }],
  createdAt: monday,
} satisfies Omit<NewTicket, 'effects'>

/** Ann's open ticket #42, with what a test wants different; its audience follows from that. */
export function ticketOf(more: Partial<Ticket> = {}): Ticket {
  const ticket = { ...fields, outbox: [], attempts: 0, version: 1, updatedAt: monday, ...more }
  const audience = audienceOf(ticket)
  return { audience, facets: facetsOf({ ...ticket, audience }), sortKeys: sortKeysOf(ticket), ...ticket }
}

/** The same ticket as the store takes it. Its outbox is empty unless a test says so. */
export const newTicketOf = (more: Partial<NewTicket> = {}): NewTicket => ({ ...fields, effects: [], ...more })

export const claimedBy = (actor: Actor) =>
  ({ status: 'in_progress', assignee: personOf(actor) }) satisfies Partial<Ticket>

export const assignedTo = (actor: Actor) =>
  ({
    assignee: personOf(actor),
    assignment: { by: 'triage', reason: 'knows Printers; has 0 of 10 tickets', candidates: [], at: monday },
  }) satisfies Partial<Ticket>

export const resolvedBy = (actor: Actor) =>
  ({
    status: 'resolved',
    assignee: personOf(actor),
    resolution: { text: 'Put it out.', by: personOf(actor), at: monday },
  }) satisfies Partial<Ticket>

/** Claimed by this person, and waiting for an answer from its requester. */
export const setWaitingBy = (actor: Actor) =>
  ({ ...claimedBy(actor), status: 'waiting' }) satisfies Partial<Ticket>

export const closedBy = (actor: Actor) =>
  ({ ...resolvedBy(actor), status: 'closed' }) satisfies Partial<Ticket>

/** A text field of a ticket, and its answer. */
export const answered = (label: string, value: Answer, more: Partial<TicketField> = {}): TicketField => ({
  ...{ key: label.toLowerCase().replaceAll(' ', '_'), label, kind: 'text', required: false },
  value,
  ...more,
})

/** Ann's word on #42. */
export const commentOf = (more: Partial<Comment> = {}): Comment => ({
  _id: idLike('2'),
  ticket: idLike('1'),
  author: personOf(ann),
  fromRequester: true,
  body: 'It still burns.',
  visibility: 'public',
  surface: 'slack',
  relayed: {},
  createdAt: monday,
  ...more,
})
