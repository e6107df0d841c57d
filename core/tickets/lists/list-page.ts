import type { Cursor, Direction } from '../../database/keyset.ts'
import type { Ticket } from '../ticket.ts'
import type { ListPlan } from './list-plan.ts'
import { type PersonSort, personSorts } from './sort-keys.ts'

/** How a list is sorted: by date, or by person and then newest first. */
export type Order = Direction | PersonSort

export const isPersonSort = (order: string): order is PersonSort =>
  (personSorts as readonly string[]).includes(order)

export type ListPage = { order: Order; after?: Cursor | undefined; limit: number }

/** Fields that lists leave out. */
export const fieldsNotListed = {
  description: 0,
  fields: 0,
  notes: 0,
  history: 0,
  outbox: 0,
  facets: 0,
} as const
export type ListedTicket = Omit<Ticket, keyof typeof fieldsNotListed>

/** The fields that determine a ticket's position in a list. */
export const positionFields = { _id: 1, createdAt: 1, sortKeys: 1 } as const
export type PlacedTicket = Pick<Ticket, keyof typeof positionFields>

/** A ticket's position, and its people. */
export const peopleFields = { ...positionFields, requester: 1, assignee: 1 } as const
export type TicketWithPeople = Pick<Ticket, keyof typeof peopleFields>

/** The cursor to continue a list after this row. */
export const cursorAfter = ({ _id, createdAt, sortKeys }: PlacedTicket, order: Order): Cursor => ({
  createdAt,
  id: _id,
  ...(isPersonSort(order) ? { group: sortKeys[order] } : {}),
})

/** What a count needs of a ticket. */
export const countFields = { ...positionFields, status: 1 } as const
export type CountedTicket = Pick<Ticket, keyof typeof countFields>

/** @property stoppedAt set when the scan stopped early: there may be more rows after this cursor */
export type Scan<Row = ListedTicket> = { rows: Row[]; stoppedAt: Cursor | null }

/** Reads pages of a list, either the whole list or only the tickets that match a search. */
export type ListReader<Row = ListedTicket> = {
  page: (plan: ListPlan, at: ListPage) => Promise<Scan<Row>>
  /** the most groups read for one page */
  maxGroups: number
  maxConcurrency: number
}
