import type { mongo } from 'mongoose'
import { inIndexOrder } from '../../database/documentdb.ts'
import { type Cursor, inOrder, olderThan } from '../../database/keyset.ts'
import { personSortIndex } from '../store/ticket-model.ts'
import type { Ticket } from '../ticket.ts'
import { type PlacedTicket, positionFields } from './list-page.ts'
import { conditionsOf, type ListPlan } from './list-plan.ts'
import type { PersonSort } from './sort-keys.ts'

type PersonPage = { sort: PersonSort; after?: Cursor | undefined; limit: number }

/** The longest list that is sorted in memory. */
export const maxSorted = 1_000

/**
 * Reads lists sorted by person, in alphabetical order. A short list is loaded and sorted in memory. The index covers
 * all tickets, so walking it for a few scattered rows would be slow.
 */
export function createPersonPages(collection: mongo.Collection<Ticket>, maxInMemory = maxSorted) {
  const readAll = (plan: ListPlan, limit: number) =>
    collection.find<PlacedTicket>(conditionsOf(plan), { projection: positionFields }).limit(limit).toArray()

  const readAlong = (plan: ListPlan, sort: PersonSort, bounds: object, limit: number) =>
    inIndexOrder(
      collection.find<PlacedTicket>({ $and: [bounds, conditionsOf(plan)] } as object, {
        projection: positionFields,
        batchSize: limit + 1,
      }),
      personSortIndex(sort),
    )
      .limit(limit)
      .toArray()

  /** Reads the remaining tickets of the person on whom the last page ended, then those of the people after. */
  async function walk(plan: ListPlan, { sort, after, limit }: PersonPage) {
    const key = `sortKeys.${sort}`
    if (!after) return readAlong(plan, sort, { [key]: { $gte: '' } }, limit)
    const person = keyIn(after)
    const rest = await readAlong(plan, sort, { [key]: person, ...olderThan(after) }, limit)
    if (rest.length === limit) return rest
    return [...rest, ...(await readAlong(plan, sort, { [key]: { $gt: person } }, limit - rest.length))]
  }

  /** One page of positions, in order. */
  return async (plan: ListPlan, page: PersonPage): Promise<PlacedTicket[]> => {
    const few = isNarrow(plan) ? await readAll(plan, maxInMemory + 1) : null
    if (!few || few.length > maxInMemory) return walk(plan, page)
    const { sort, after, limit } = page
    return few
      .filter((row) => !after || isAfter(row, after, sort))
      .toSorted(
        (one, other) => compareKeys(one.sortKeys[sort], other.sortKeys[sort]) || newestFirst(one, other),
      )
      .slice(0, limit)
  }
}

/** Whether the list could be short enough to sort in memory. */
const isNarrow = ({ facets, where }: ListPlan) => facets !== null || 'createdAt' in where || '_id' in where

/** Cursors come from clients, and MongoDB rejects a zero byte in a key. */
const keyIn = ({ group = '' }: Cursor) => group.replaceAll('\0', '')

const newestFirst = inOrder('newest')

/** Compares UTF-8 bytes, as MongoDB does. */
const compareKeys = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))

function isAfter(row: PlacedTicket, after: Cursor, sort: PersonSort): boolean {
  const order = compareKeys(row.sortKeys[sort], keyIn(after))
  if (order !== 0) return order > 0
  return row._id !== after.id && newestFirst(row, { _id: after.id, createdAt: after.createdAt }) > 0
}
