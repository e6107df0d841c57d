import { afterPosition, inIndexOrder, usingIndex } from '../../database/documentdb.ts'
import { rawCollection } from '../../database/raw-collection.ts'
import type { Database } from '../../open-database.ts'
import { fieldsNotListed, type ListedTicket } from '../../tickets/lists/list-page.ts'
import { changesIndex } from '../../tickets/store/ticket-model.ts'
import type { Ticket } from '../../tickets/ticket.ts'

const changedFields = {
  number: 1,
  title: 1,
  description: 1,
  status: 1,
  requester: 1,
  audience: 1,
  duplicateOf: 1,
  deleted: 1,
  version: 1,
  updatedAt: 1,
} as const
export type ChangedTicket = Pick<Ticket, '_id' | keyof typeof changedFields>

/** A ticket that was found, with what tells whether another is about the same. */
export type PresentTicket = ListedTicket & Pick<Ticket, 'description'>
const { description: _, ...neverRead } = fieldsNotListed

export const indexBatchSize = 100

/** The queries of similar tickets. */
export function createSimilarStore(database: Pick<Database, 'tickets'>) {
  const collection = rawCollection<Ticket>(database.tickets)

  /** When the last `count` tickets began to be changed. */
  async function changedSinceCount(count: number): Promise<Date> {
    const [first] = await collection
      .find({}, { projection: { updatedAt: 1 }, ...usingIndex(changesIndex) })
      .sort({ updatedAt: -1, _id: -1 })
      .skip(count - 1)
      .limit(1)
      .toArray()
    return first?.updatedAt ?? new Date(0)
  }

  /** Tickets changed since then, oldest change first. @param after the last one of the page before */
  const changedSince = (since: Date, after: ChangedTicket | undefined): Promise<ChangedTicket[]> =>
    inIndexOrder(
      collection.find<ChangedTicket>(
        after
          ? afterPosition('updatedAt', { at: after.updatedAt, id: after._id }, 1)
          : { updatedAt: { $gte: since } },
        { projection: changedFields },
      ),
      changesIndex,
    )
      .limit(indexBatchSize)
      .toArray()

  /** These tickets as they are now, in the same order, without those that were deleted. */
  async function present(ids: readonly string[]): Promise<PresentTicket[]> {
    if (ids.length === 0) return []
    const found = await collection
      .find<PresentTicket>({ _id: { $in: [...ids] }, deleted: false }, { projection: neverRead })
      .toArray()
    return found.toSorted((a, b) => ids.indexOf(a._id) - ids.indexOf(b._id))
  }

  return { changedSinceCount, changedSince, present }
}

export type SimilarStore = ReturnType<typeof createSimilarStore>
