import type { mongo } from 'mongoose'
import { afterPosition, type Index, inIndexOrder, isDuplicate } from '../../database/documentdb.ts'
import type { Cursor } from '../../database/keyset.ts'
import { rawCollection } from '../../database/raw-collection.ts'
import type { Database } from '../../open-database.ts'
import type { Channel } from '../../outbox/entry.ts'
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

export type RecentDeliveries = {
  ticket: string
  person: string
  channel: Channel
  topics: string[]
  since: Date
}

const unfinished = { providerId: null, error: null, finishedAt: null }

export function createDeliveryStore(database: Pick<Database, 'deliveries'>) {
  const collection = rawCollection<Delivery>(database.deliveries)

  const find = (id: string) => collection.findOne({ _id: id })

  /** @returns whether this call wrote the row; false: it exists */
  async function insert(row: Omit<Delivery, 'forgetAt'>): Promise<boolean> {
    // The real clock, since MongoDB deletes expired rows by its own.
    const forgetAt = new Date(Date.now() + deliveriesKeptMs)
    try {
      await collection.insertOne({ ...row, forgetAt })
      return true
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return false
    }
  }

  /** Marks a delivery as started. @returns the row of an earlier attempt; null: this is the first */
  async function begin(row: DeliveryHead & { startedAt: Date }): Promise<Delivery | null> {
    if (await insert({ ...row, ...unfinished, state: 'sending' })) return null
    const released = await collection.updateOne(
      { _id: row._id, state: 'held' },
      { $set: { state: 'sending', until: null } },
    )
    return released.matchedCount === 1 ? null : find(row._id)
  }

  /** Writes the row as held. An existing row stays as it is. */
  const hold = (row: DeliveryHead & { startedAt: Date }, until: Date) =>
    insert({ ...row, ...unfinished, state: 'held', until })

  /** Notes what an attempt is about to post, for when its answer is lost. */
  const noted = (id: string, providerId: string) =>
    collection.updateOne({ _id: id, state: 'sending' }, { $set: { providerId } })

  const sent = (id: string, providerId: string, finishedAt: Date) =>
    collection.updateOne({ _id: id }, { $set: { state: 'sent', providerId, finishedAt, error: null } })

  const refused = (id: string, error: string, finishedAt: Date) =>
    collection.updateOne({ _id: id }, { $set: { state: 'refused', error, finishedAt } })

  /** Marks a mail that a server took and later sent back. */
  const bounced = (id: string, error: string, finishedAt: Date) =>
    collection.updateOne(
      { _id: id, channel: 'mail', state: 'sent' },
      { $set: { state: 'refused', error, finishedAt } },
    )

  const failed = (id: string, error: string) => collection.updateOne({ _id: id }, { $set: { error } })

  /** Removes the row of a delivery that was begun, when nothing was sent. */
  const withdraw = (id: string) => collection.deleteOne({ _id: id, state: 'sending' })

  /** Marks held rows that will not be sent. */
  const dropped = (ids: string[], error: string, finishedAt: Date) =>
    collection.updateMany(
      { _id: { $in: ids }, state: 'held' },
      { $set: { state: 'dropped', error, finishedAt, until: null } },
    )

  /** Marks held rows that went out in a digest. */
  const sentInDigest = (ids: string[], providerId: string, finishedAt: Date) =>
    collection.updateMany(
      { _id: { $in: ids }, state: 'held' },
      { $set: { state: 'sent', providerId, finishedAt, until: null } },
    )

  const tookOver = (id: string, fallbackTo: Channel) =>
    collection.updateOne({ _id: id }, { $set: { fallbackTo } })

  /** The refused rows of one notification, one for each channel that was tried, in order of their ids. */
  const refusedLike = ({ ticket, to, about, news }: DeliveryHead): Promise<Delivery[]> =>
    inIndexOrder(
      collection.find({
        ...{ ticket: ticket ?? null, to, about, state: 'refused', 'news.at': news?.at },
        'news.comment': news?.comment ?? { $exists: false },
      }),
      indexFor({ ticket: 'one' }),
      { _id: 1 },
    ).toArray()

  /** How many of these notifications somebody was sent since then, or is being sent. Counts up to `limit`. */
  const countRecent = async (
    { ticket, person, channel, topics, since }: RecentDeliveries,
    { except, limit }: { except: string; limit: number },
  ): Promise<number> => {
    const theirs = { ticket, to: person, channel, about: { $in: topics }, startedAt: { $gt: since } }
    const rows = await collection
      .find(
        { ...theirs, state: { $in: ['sending', 'sent', 'refused'] }, until: null, _id: { $ne: except } },
        { projection: { _id: 1 }, hint: indexFor({ ticket }) },
      )
      .limit(limit)
      .toArray()
    return rows.length
  }

  /** Moves the rows of one account to another, after the accounts were merged. The stored name stays. */
  const reassign = (from: string, to: string) => collection.updateMany({ to: from }, { $set: { to } })

  /** One page, newest first. */
  const list = (page: DeliveryPage): Promise<Delivery[]> =>
    inIndexOrder(collection.find(filterOf(page)), indexFor(page), { startedAt: -1, _id: -1 })
      .limit(page.limit)
      .toArray()

  return {
    find,
    begin,
    hold,
    noted,
    sent,
    refused,
    bounced,
    failed,
    withdraw,
    dropped,
    sentInDigest,
    tookOver,
    refusedLike,
    countRecent,
    reassign,
    list,
  }
}

export function indexFor({ person, ticket, channel, state }: Partial<DeliveryPage>): Index {
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
    ...(after ? [afterPosition('startedAt', { at: after.createdAt, id: after.id }, -1)] : []),
  ]
  return conditions.length > 0 ? { $and: conditions } : {}
}

export type DeliveryStore = ReturnType<typeof createDeliveryStore>
