import type { mongo } from 'mongoose'
import type { Database } from '../database/connect.ts'
import { isDuplicate } from '../database/duplicate.ts'
import type { Cursor } from '../database/keyset.ts'
import type { Channel } from '../outbox/entry.ts'
import { type Delivery, type DeliveryHead, deliveriesKeptMs } from './delivery.ts'

export type DeliveryPage = {
  /** a user's id */
  person?: string | undefined
  /** a ticket's id */
  ticket?: string | undefined
  channel?: Channel | undefined
  state?: Delivery['state'] | undefined
  after?: Cursor | undefined
  limit: number
}

const unfinished = { providerId: null, error: null, finishedAt: null }

export function createDeliveryStore(database: Pick<Database, 'deliveries'>) {
  const collection = database.deliveries.collection as unknown as mongo.Collection<Delivery>

  const find = (id: string) => collection.findOne({ _id: id })

  /** @returns whether this call wrote it */
  async function insert(row: Omit<Delivery, 'forgetAt'>): Promise<boolean> {
    // by the clock that the database goes by
    const forgetAt = new Date(Date.now() + deliveriesKeptMs)
    try {
      await collection.insertOne({ ...row, forgetAt })
      return true
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return false
    }
  }

  /** @returns the row as it was before this try, or null: this is the first */
  async function begin(row: DeliveryHead & { startedAt: Date }): Promise<Delivery | null> {
    if (await insert({ ...row, ...unfinished, state: 'sending' })) return null
    const released = await collection.updateOne(
      { _id: row._id, state: 'held' },
      { $set: { state: 'sending', until: null } },
    )
    return released.matchedCount === 1 ? null : find(row._id)
  }

  /** It waits. What was begun before stays as it is. */
  const hold = (row: DeliveryHead & { startedAt: Date }, until: Date) =>
    insert({ ...row, ...unfinished, state: 'held', until })

  const sent = (id: string, providerId: string, finishedAt: Date) =>
    collection.updateOne({ _id: id }, { $set: { state: 'sent', providerId, finishedAt, error: null } })

  const refused = (id: string, error: string, finishedAt: Date) =>
    collection.updateOne({ _id: id }, { $set: { state: 'refused', error, finishedAt } })

  const failed = (id: string, error: string) => collection.updateOne({ _id: id }, { $set: { error } })

  /** What was held is no news any more. */
  const dropped = (ids: string[], error: string, finishedAt: Date) =>
    collection.updateMany(
      { _id: { $in: ids }, state: 'held' },
      { $set: { state: 'dropped', error, finishedAt, until: null } },
    )

  /** What was held has gone out in a digest. */
  const sentInDigest = (ids: string[], providerId: string, finishedAt: Date) =>
    collection.updateMany(
      { _id: { $in: ids }, state: 'held' },
      { $set: { state: 'sent', providerId, finishedAt, until: null } },
    )

  const tookOver = (id: string, fallbackTo: Channel) =>
    collection.updateOne({ _id: id }, { $set: { fallbackTo } })

  /** The same news to the same person, refused: one row for each channel that was tried, in the order of their ids. */
  const refusedLike = ({ ticket, to, about, news }: DeliveryHead): Promise<Delivery[]> =>
    collection
      .find({
        ...{ ticket: ticket ?? null, to, about, state: 'refused', 'news.at': news?.at },
        'news.comment': news?.comment ?? { $exists: false },
      })
      .hint(indexFor({ ticket: 'one' }))
      .sort({ _id: 1 })
      .toArray()

  /** What was sent to one person was sent to another: both are the same. The name stays the one of then. */
  const reassign = (from: string, to: string) => collection.updateMany({ to: from }, { $set: { to } })

  /** One page, newest first. */
  const list = (page: DeliveryPage): Promise<Delivery[]> =>
    collection
      .find(filterOf(page))
      .sort({ startedAt: -1, _id: -1 })
      .hint(indexFor(page))
      .limit(page.limit)
      .toArray()

  return {
    find,
    begin,
    hold,
    sent,
    refused,
    failed,
    dropped,
    sentInDigest,
    tookOver,
    refusedLike,
    reassign,
    list,
  }
}

/** DocumentDB would rather read all that fits and sort it than read an index in the list's order. */
export function indexFor({ person, ticket, channel, state }: Partial<DeliveryPage>) {
  const order = { startedAt: -1, _id: -1 } as const
  if (ticket) return { ticket: 1, ...order }
  if (person) return { to: 1, ...order }
  if (state) return { state: 1, ...order }
  return channel ? { channel: 1, ...order } : order
}

function filterOf({ person, ticket, channel, state, after }: DeliveryPage): mongo.Filter<Delivery> {
  const conditions: mongo.Filter<Delivery>[] = [
    ...(person ? [{ to: person }] : []),
    ...(ticket ? [{ ticket }] : []),
    ...(channel ? [{ channel }] : []),
    ...(state ? [{ state }] : []),
    ...(after ? pageAfter(after) : []),
  ]
  return conditions.length > 0 ? { $and: conditions } : {}
}

/** A bound of the index and what to check of each row, said without `$or`: see keyset.ts. */
const pageAfter = ({ createdAt: startedAt, id }: Cursor): mongo.Filter<Delivery>[] => [
  { startedAt: { $lte: startedAt } },
  { $nor: [{ startedAt, _id: { $gte: id } }] },
]

export type DeliveryStore = ReturnType<typeof createDeliveryStore>
