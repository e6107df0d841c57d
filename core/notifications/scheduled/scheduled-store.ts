import { isDuplicate } from '../../database/documentdb.ts'
import { rawCollection } from '../../database/raw-collection.ts'
import type { Database } from '../../open-database.ts'
import { queues, type ScheduledEntry } from '../../outbox/entry.ts'
import { createOutbox } from '../../outbox/outbox.ts'
import type { DigestItem, ScheduledNotification } from './scheduled-notification.ts'

/** A digest mail holds at most this many notifications. More go into another mail. */
const maxInDigest = 50
const maxReleased = 200

export type NewScheduled = Pick<ScheduledNotification, '_id' | 'reason' | 'person' | 'ticket' | 'outbox'> &
  Partial<Pick<ScheduledNotification, 'items' | 'dueAt' | 'for'>>

export function createScheduledStore(database: Pick<Database, 'scheduledNotifications'>, now: () => Date) {
  const collection = rawCollection<ScheduledNotification>(database.scheduledNotifications)
  const outbox = createOutbox<ScheduledNotification, ScheduledEntry>(collection, {
    served: new Set(queues),
    now,
    whenEmpty: 'delete',
  })

  const find = (id: string) => collection.findOne({ _id: id })

  /** Stores it once. Without a due date, the next sweep sends it. @returns whether it is new */
  async function add({ items = [], ...scheduled }: NewScheduled): Promise<boolean> {
    const due = scheduled.dueAt ? {} : { nextAttemptAt: now() }
    try {
      await collection.insertOne({ ...scheduled, items, ...due, attempts: 0, version: 1, createdAt: now() })
      return true
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return false
    }
  }

  /** Adds a notification to an unsent digest, once. @returns false when the digest is full, sent or missing */
  async function addTo(digest: string, item: DigestItem): Promise<boolean> {
    const isOpen = { dueAt: { $exists: true }, [`items.${maxInDigest - 1}`]: { $exists: false } }
    const { matchedCount } = await collection.updateOne(
      { _id: digest, ...isOpen, 'items.entry.id': { $ne: item.entry.id } },
      { $push: { items: item } },
    )
    if (matchedCount === 1) return true
    return (await collection.countDocuments({ _id: digest, 'items.entry.id': item.entry.id })) === 1
  }

  /** Makes due notifications visible to the sweep, at most `maxReleased` at a time. */
  async function release(at: Date) {
    const due = await collection
      .find({ dueAt: { $lte: at } }, { projection: { _id: 1 } })
      .sort({ dueAt: 1 })
      .limit(maxReleased)
      .toArray()
    if (due.length === 0) return
    await collection.updateMany(
      { _id: { $in: due.map(({ _id }) => _id) }, dueAt: { $lte: at } },
      { $set: { nextAttemptAt: at }, $unset: { dueAt: 1 } },
    )
  }

  const due: typeof outbox.due = async (before) => {
    await release(before)
    return outbox.due(before)
  }

  return { find, add, addTo, outbox: { ...outbox, due } }
}

export type ScheduledStore = ReturnType<typeof createScheduledStore>
