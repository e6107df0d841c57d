import type { mongo } from 'mongoose'
import {
  beyond,
  type Cursor,
  type Direction,
  mergePages,
  newerThan,
  olderThan,
  sortIn,
} from '../../database/keyset.ts'
import type { Headed, HeadingKind } from '../../headings/heading.ts'
import type { Ticket } from '../ticket.ts'
import type { ListPlan } from './list-plan.ts'

export type ListPage = { direction: Direction; after?: Cursor | undefined; limit: number }

/** A ticket in a list: without what only its own page shows. */
export type ListedTicket = Omit<Ticket, keyof typeof listed>
export type Placed = Pick<Ticket, '_id' | 'createdAt'>
/** With what its heading of one kind is made from. */
export type HeadedPlace = Placed & Partial<Headed>

const listed = { description: 0, notes: 0, history: 0, outbox: 0, facets: 0 } as const
const placed = { _id: 1, createdAt: 1 } as const
const headed = { assignee: 'assignee', requester: 'requester', skill: 'skills', tag: 'tags' } as const

/** Counting stops here: "1,000 or more" is all that anybody needs to know. */
export const maxCounted = 1_000

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
        .find({ $and: [along, where] } as object, {
          projection,
          batchSize: limit + 1,
          ...(index ? { hint: index } : {}),
        })
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

  /** So many of a list, in no order, with what they stand under. */
  const headedPlaces = (
    { facets, where }: ListPlan,
    kind: HeadingKind,
    limit: number,
  ): Promise<HeadedPlace[]> =>
    collection
      .find({ ...where, ...(facets ? { facets: { $in: facets } } : {}) } as object, {
        projection: { ...placed, [headed[kind]]: 1 },
      })
      .limit(limit)
      .toArray()

  /** These tickets in this order, without those that don't fit any more. */
  async function these(ids: string[], where: ListPlan['where']): Promise<ListedTicket[]> {
    const found = (await collection
      .find({ ...where, _id: { $in: ids } } as object, { projection: listed })
      .toArray()) as ListedTicket[]
    const byId = new Map(found.map((ticket) => [ticket._id, ticket]))
    return ids.flatMap((id) => byId.get(id) ?? [])
  }

  /** How many there are, at most `maxCounted`. */
  const count = ({ facets, where }: ListPlan): Promise<number> =>
    collection.countDocuments(
      {
        ...where,
        ...(facets ? { facets: facets.length === 1 ? facets[0] : { $in: facets } } : {}),
      } as object,
      { limit: maxCounted },
    )

  return { page, places, headed: headedPlaces, these, count }
}

export type TicketLists = ReturnType<typeof createTicketLists>
