import type { Cursor, Direction } from '../../database/keyset.ts'
import type { Ticket } from '../ticket.ts'
import type { ListPlan } from './list-plan.ts'
import { type PersonSort, personSorts } from './sort-keys.ts'

/** The order of the rows of a list: by date, or by a person and within each person the newest first. */
export type Order = Direction | PersonSort

export const isPersonSort = (order: string): order is PersonSort =>
  (personSorts as readonly string[]).includes(order)

export type ListPage = { order: Order; after?: Cursor | undefined; limit: number }

/** The fields of a ticket that only its own page shows. */
export const unlisted = { description: 0, notes: 0, history: 0, outbox: 0, facets: 0 } as const
export type ListedTicket = Omit<Ticket, keyof typeof unlisted>

/** The fields of a ticket that its place in a list follows from. */
export const placed = { _id: 1, createdAt: 1, sortKeys: 1 } as const
export type PlacedTicket = Pick<Ticket, keyof typeof placed>

/** Where a list goes on after this row. */
export const cursorAfter = ({ _id, createdAt, sortKeys }: PlacedTicket, order: Order): Cursor => ({
  createdAt,
  id: _id,
  ...(isPersonSort(order) ? { group: sortKeys[order] } : {}),
})

/** `stoppedAt`: all was looked through up to there, and there may be more. */
export type Scan = { rows: ListedTicket[]; stoppedAt: Cursor | null }

/** How lists are read: as they are, or only what has certain words. */
export type ListReader = {
  page: (plan: ListPlan, at: ListPage) => Promise<Scan>
  /** groups read for one page */
  maxGroups: number
  maxAtOnce: number
}
