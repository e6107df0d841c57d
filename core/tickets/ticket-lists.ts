import type { mongo } from 'mongoose'
import {
  beyond,
  type Cursor,
  type Direction,
  mergePages,
  newerThan,
  olderThan,
  sortIn,
} from '../database/keyset.ts'
import type { ListPlan } from './list-plan.ts'
import type { Ticket } from './ticket.ts'

export type ListPage = { direction: Direction; after?: Cursor | undefined; limit: number }

/** A ticket in a list: without what only its own page shows. */
export type ListedTicket = Omit<Ticket, keyof typeof listed>
export type Placed = Pick<Ticket, '_id' | 'createdAt'>

const listed = { description: 0, notes: 0, history: 0, outbox: 0, facets: 0 } as const
const placed = { _id: 1, createdAt: 1 } as const

/** Counting stops here: "1,000 or more" is all that anybody needs to know. */
export const mostCounted = 1_000

/** Said, not left to the database: one that has not counted its rows yet may think it better to sort them all. */
const alongFacets = { facets: 1, createdAt: -1, _id: -1 } as const
const alongDates = { createdAt: -1, _id: -1 } as const

/** The queries for lists of tickets. Each reads along an index in the list's own order and stops after a page. */
export function createTicketLists(collection: mongo.Collection<Ticket>) {
  async function read<T extends Placed>(
    { facets, where }: ListPlan,
    { direction, after, limit }: ListPage,
    projection: Record<string, 0 | 1>,
  ): Promise<T[]> {
    const one = (along: object, index?: mongo.Hint) =>
      collection
        .find({ $and: [along, where] } as object, { projection, ...(index ? { hint: index } : {}) })
        .sort(sortIn(direction))
        .limit(limit)
        .toArray() as unknown as Promise<T[]>
    const further = direction === 'newest' ? olderThan : newerThan
    const pages = facets
      ? facets.map((key) => one({ facets: key, ...(after ? beyond(after, direction) : {}) }, alongFacets))
      : [one(after ? further(after) : {}, '_id' in where ? undefined : alongDates)]
    return mergePages(await Promise.all(pages), direction, limit)
  }

  const page = (plan: ListPlan, at: ListPage) => read<ListedTicket>(plan, at, listed)

  /** The same page, ids only. */
  const places = (plan: ListPlan, at: ListPage) => read<Placed>(plan, at, placed)

  /** How many there are, at most `mostCounted`. */
  const count = ({ facets, where }: ListPlan): Promise<number> =>
    collection.countDocuments(
      {
        ...where,
        ...(facets ? { facets: facets.length === 1 ? facets[0] : { $in: facets } } : {}),
      } as object,
      { limit: mostCounted },
    )

  return { page, places, count }
}

export type TicketLists = ReturnType<typeof createTicketLists>
