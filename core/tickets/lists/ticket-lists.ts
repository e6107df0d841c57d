import type { mongo } from 'mongoose'
import { usingIndex } from '../../database/documentdb.ts'
import {
  afterCursorInArrayIndex,
  type Direction,
  mergePages,
  newerThan,
  olderThan,
  sortIn,
} from '../../database/keyset.ts'
import type { Ticket } from '../ticket.ts'
import {
  type CountedTicket,
  countFields,
  fieldsNotListed,
  isPersonSort,
  type ListedTicket,
  type ListPage,
  type PlacedTicket,
  peopleFields,
  positionFields,
  type TicketWithPeople,
} from './list-page.ts'
import { conditionsOf, type ListPlan } from './list-plan.ts'
import { createPersonPages } from './person-pages.ts'

/** Counting stops here: "1,000 or more" is precise enough. */
export const maxCounted = 1_000

const alongFacets = { facets: 1, createdAt: -1, _id: -1 } as const
const alongDates = { createdAt: -1, _id: -1 } as const

/** The queries for ticket lists. A list by date reads along an index in its own order and stops after a page. */
export function createTicketLists(collection: mongo.Collection<Ticket>) {
  const byPerson = createPersonPages(collection)

  async function byDate<T extends PlacedTicket>(
    { facets, where }: ListPlan,
    { after, limit }: ListPage,
    direction: Direction,
    projection: Record<string, 0 | 1>,
  ): Promise<T[]> {
    const one = (along: object, index?: typeof alongFacets | typeof alongDates) =>
      collection
        .find<T>({ $and: [along, where] } as object, {
          projection,
          batchSize: limit + 1,
          ...(index ? usingIndex(index) : {}),
        })
        .sort(sortIn(direction))
        .limit(limit)
        .toArray()
    const further = direction === 'newest' ? olderThan : newerThan
    const pages = facets
      ? facets.map((key) =>
          one({ facets: key, ...(after ? afterCursorInArrayIndex(after, direction) : {}) }, alongFacets),
        )
      : [one(after ? further(after) : {}, '_id' in where ? undefined : alongDates)]
    return mergePages(await Promise.all(pages), direction, limit)
  }

  async function page(plan: ListPlan, page: ListPage): Promise<ListedTicket[]> {
    const { order } = page
    if (!isPersonSort(order)) return byDate(plan, page, order, fieldsNotListed)
    return these(await byPerson(plan, { ...page, sort: order }), plan)
  }

  /** The same page, with only the fields that determine each position. */
  const places = async (plan: ListPlan, page: ListPage): Promise<PlacedTicket[]> =>
    isPersonSort(page.order)
      ? byPerson(plan, { ...page, sort: page.order })
      : byDate(plan, page, page.order, positionFields)

  /** The people of so many tickets of a list, newest first. */
  const people = (plan: ListPlan, limit: number) =>
    byDate<TicketWithPeople>(plan, { order: 'newest', limit }, 'newest', peopleFields)

  /** Loads these rows in the given order. Tickets that have left the list in the meantime are missing. */
  async function these(rows: PlacedTicket[], plan: ListPlan): Promise<ListedTicket[]> {
    const ids = rows.map(({ _id }) => _id)
    const found = await collection
      .find<ListedTicket>({ ...conditionsOf(plan), _id: { $in: ids } } as object, {
        projection: fieldsNotListed,
      })
      .toArray()
    const byId = new Map(found.map((ticket) => [ticket._id, ticket]))
    return ids.flatMap((id) => byId.get(id) ?? [])
  }

  /** So many tickets of a list, newest first, with what a count needs of them. */
  const withStatus = (plan: ListPlan, { limit }: Pick<ListPage, 'limit'>) =>
    byDate<CountedTicket>(plan, { order: 'newest', limit }, 'newest', countFields)

  /** Counts up to `maxCounted` tickets. */
  const count = (plan: ListPlan): Promise<number> =>
    collection.countDocuments(conditionsOf(plan), { limit: maxCounted })

  return { page, places, people, withStatus, count }
}

export type TicketLists = ReturnType<typeof createTicketLists>
