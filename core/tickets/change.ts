import { conflict } from '../errors.ts'
import type { TicketEffect } from '../outbox/entry.ts'
import type { Surface } from '../surface-names.ts'
import type { Actor } from '../users/user.ts'
import { personOf } from '../users/user.ts'
import type { HistoryEntry } from './history-entry.ts'
import { type Conversation, isResolved, type Ticket } from './ticket.ts'

/**
 * What a decision changes in a ticket. It is written in one update or not at all.
 * @property conversation the state of the conversation after a public comment
 * @property past the history as it must read from now on; absent: as it is
 * @property isShown others than staff see it, though no field says so
 */
export type Change = {
  set: Partial<
    Omit<Ticket, 'conversation' | '_id' | 'version' | 'audience' | 'facets' | 'history' | 'outbox'>
  >
  conversation?: Conversation | undefined
  isShown?: boolean
  past?: HistoryEntry[]
  history: Omit<HistoryEntry, 'at'>[]
  effects: TicketEffect[]
}

/** Decides from the current ticket. Null: nothing to do. Throws refusals. */
export type Decide = (ticket: Ticket) => Change | null

/** Who acts, on which surface, from which network address if known, and when. */
export type Act = { actor: Actor; surface: Surface; address?: string | null; now: Date }

/** Updates the cards. A card shows the ticket as it is when the card is drawn. */
export const redrawCards: TicketEffect[] = [
  { queue: 'slack', kind: 'card' },
  { queue: 'slackModerators', kind: 'card' },
  { queue: 'discord', kind: 'card' },
]

/** Has the desk look for somebody, or set a new deadline to claim. */
export const assignAnew: TicketEffect[] = [{ queue: 'assign', kind: 'assign' }]

/** Updates the moderators' cards, for changes that only staff see. */
export const redrawStaffCard: TicketEffect[] = redrawCards.filter(({ queue }) => queue !== 'slack')

export const referenceTo = (ticket: Pick<Ticket, 'number'>) => `#${ticket.number}`

export const historyEntry = (
  act: Pick<Act, 'actor' | 'surface'>,
  action: HistoryEntry['action'],
  more: Pick<HistoryEntry, 'note' | 'comment' | 'changes'> = {},
) => ({ by: personOf(act.actor), surface: act.surface, action, ...more })

/** @returns the fields of `wanted` that differ from the ticket's, with old and new value */
export function changedFields(ticket: Ticket, wanted: Partial<Ticket>) {
  return (Object.keys(wanted) as (keyof Ticket)[])
    .filter((field) => JSON.stringify(ticket[field]) !== JSON.stringify(wanted[field]))
    .map((field) => ({ field, from: ticket[field], to: wanted[field] }))
}

/** @throws conflict */
export function assertUnresolved(ticket: Pick<Ticket, 'number' | 'status'>) {
  if (isResolved(ticket)) throw conflict(`${referenceTo(ticket)} is already ${ticket.status}.`)
}
