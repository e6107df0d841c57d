import type { mongo } from 'mongoose'
import { isDuplicate } from '../database/documentdb.ts'
import { createLeaseStore } from '../database/lease-store.ts'
import type { Database } from '../open-database.ts'
import { createOutboxStore } from '../outbox/outbox-store.ts'
import type { DigestItem, ScheduledNotification } from './scheduled-notification.ts'

/** What comes after that on one day comes in a second mail. */
export const maxInDigest = 50
const releasedAtOnce = 200

export type NewScheduled = Pick<ScheduledNotification, '_id' | 'reason' | 'person' | 'ticket' | 'outbox'> &
  Partial<Pick<ScheduledNotification, 'items' | 'dueAt' | 'for'>>

/** All queries on scheduled notifications. */
export function createScheduledStore(database: Pick<Database, 'scheduledNotifications'>, now: () => Date) {
  const collection = database.scheduledNotifications
    .collection as unknown as mongo.Collection<ScheduledNotification>
  const outbox = createOutboxStore(collection, 'goes')

  const find = (id: string) => collection.findOne({ _id: id })

  /** Once: a scheduled notification that is there already stays as it is. What has no due date is swept at once. @returns whether it is new */
  async function add({ items = [], ...scheduled }: NewScheduled): Promise<boolean> {
    const wake = scheduled.dueAt ? {} : { nextAttemptAt: now() }
    const rest = { items, ...wake, attempts: 0, version: 1, createdAt: now() }
    try {
      await collection.insertOne({ ...scheduled, ...rest })
      return true
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return false
    }
  }

  /**
   * Puts something into a digest that has not been sent yet, once.
   * @returns false when it is full, or on its way, or there is none
   */
  async function addTo(digest: string, item: DigestItem): Promise<boolean> {
    const isOpen = { dueAt: { $exists: true }, [`items.${maxInDigest - 1}`]: { $exists: false } }
    const isNew = { 'items.owed.id': { $ne: item.owed.id } }
    const { matchedCount } = await collection.updateOne(
      { _id: digest, ...isOpen, ...isNew },
      { $push: { items: item } },
    )
    if (matchedCount === 1) return true
    return (await collection.countDocuments({ _id: digest, 'items.owed.id': item.owed.id })) === 1
  }

  /** What was held until now is owed now. */
  async function release(at: Date) {
    const due = await collection
      .find({ dueAt: { $lte: at } }, { projection: { _id: 1 } })
      .sort({ dueAt: 1 })
      .limit(releasedAtOnce)
      .toArray()
    if (due.length === 0) return
    await collection.updateMany(
      { _id: { $in: due.map(({ _id }) => _id) }, dueAt: { $lte: at } },
      { $set: { nextAttemptAt: at }, $unset: { dueAt: 1 } },
    )
  }

  return {
    find,
    add,
    addTo,
    leases: createLeaseStore(collection, now),
    outbox: {
      ...outbox,
      due: async (before: Date) => {
        await release(before)
        return outbox.due(before)
      },
    },
  }
}

export type ScheduledStore = ReturnType<typeof createScheduledStore>
