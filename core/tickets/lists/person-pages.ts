import type { mongo } from 'mongoose'
import { alongIndex } from '../../database/documentdb.ts'
import { type Cursor, inOrder, olderThan } from '../../database/keyset.ts'
import type { Ticket } from '../ticket.ts'
import { alongPersons } from '../ticket-model.ts'
import { type PlacedTicket, placed } from './list-page.ts'
import { conditionsOf, type ListPlan } from './list-plan.ts'
import type { PersonSort } from './sort-keys.ts'

type PersonPage = { sort: PersonSort; after?: Cursor | undefined; limit: number }

/** A list of this many tickets or fewer is sorted in memory. */
export const maxSorted = 1_000

/**
 * Reads lists in the order of a stored key, with the people in alphabetical order. A list of few tickets is sorted as
 * a whole: in the index, which has all tickets, its rows could be far apart.
 */
export function createPersonPages(collection: mongo.Collection<Ticket>, maxInMemory = maxSorted) {
  const readAll = (plan: ListPlan, limit: number) =>
    collection.find<PlacedTicket>(conditionsOf(plan), { projection: placed }).limit(limit).toArray()

  const readAlong = (plan: ListPlan, sort: PersonSort, bounds: object, limit: number) =>
    alongIndex(
      collection.find<PlacedTicket>({ $and: [bounds, conditionsOf(plan)] } as object, {
        projection: placed,
        batchSize: limit + 1,
      }),
      alongPersons(sort),
    )
      .limit(limit)
      .toArray()

  /** The rest of the person that the page before ended in, then the people after. */
  async function walk(plan: ListPlan, { sort, after, limit }: PersonPage) {
    const key = `sortKeys.${sort}`
    if (!after) return readAlong(plan, sort, { [key]: { $gte: '' } }, limit)
    const person = keyIn(after)
    const rest = await readAlong(plan, sort, { [key]: person, ...olderThan(after) }, limit)
    if (rest.length === limit) return rest
    return [...rest, ...(await readAlong(plan, sort, { [key]: { $gt: person } }, limit - rest.length))]
  }

  /** One page of places, in order. */
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

/** Whether a list may well have few tickets. */
const isNarrow = ({ facets, where }: ListPlan) => facets !== null || 'createdAt' in where || '_id' in where

/** Cursors come from clients, and a database takes no zero byte. */
const keyIn = ({ group = '' }: Cursor) => group.replaceAll('\0', '')

const newestFirst = inOrder('newest')

/** As the database orders text: by its bytes. */
const compareKeys = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))

function isAfter(row: PlacedTicket, after: Cursor, sort: PersonSort): boolean {
  const order = compareKeys(row.sortKeys[sort], keyIn(after))
  if (order !== 0) return order > 0
  return row._id !== after.id && newestFirst(row, { _id: after.id, createdAt: after.createdAt }) > 0
}
