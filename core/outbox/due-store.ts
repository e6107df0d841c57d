import type { mongo } from 'mongoose'
import { type OutboxEntry, type OutboxQueue, retryDelayMs } from './entry.ts'
import { type ExpectedPickup, expectedPickups } from './pickup.ts'

type Pending = { _id: string; outbox: OutboxEntry[]; nextAttemptAt: Date; attempts: number }

/** A document whose pending entries need another event. */
export type DueDocument = Pick<Pending, '_id' | 'attempts' | 'nextAttemptAt'> & { queues: OutboxQueue[] }

const sweepBatch = 200
const maxCounted = 1_000
/** Events are looked at shortly before the next one, which is when they have been out longest. */
const beforeNextMs = 5_000

/** The queries of the sweep, for one collection with an outbox. */
export function createDueStore(owners: unknown) {
  const collection = owners as mongo.Collection<Pending>

  /** The documents that are due longest, up to 200. @param before due at or before then */
  async function due(before: Date): Promise<DueDocument[]> {
    const found = await collection
      .find(
        { nextAttemptAt: { $lte: before } },
        { projection: { outbox: { queue: 1 }, attempts: 1, nextAttemptAt: 1 } },
      )
      .sort({ nextAttemptAt: 1 })
      .limit(sweepBatch)
      .toArray()
    return found.map(({ outbox, ...document }) => ({
      ...document,
      queues: [...new Set(outbox.map(({ queue }) => queue))],
    }))
  }

  /** Schedules the next attempt of documents whose events were sent. Skips any that have changed since. */
  async function markSent(documents: DueDocument[], now: Date) {
    if (documents.length === 0) return
    await collection.bulkWrite(
      documents.map(({ _id, attempts, nextAttemptAt }) => ({
        updateOne: {
          filter: { _id, nextAttemptAt },
          update: {
            $set: { nextAttemptAt: new Date(now.getTime() + retryDelayMs(attempts + 1)) },
            $inc: { attempts: 1 },
          },
        },
      })),
      { ordered: false },
    )
  }

  /** Makes all pending documents due now, however recently and often their events were sent. */
  const makeAllDue = (now: Date) =>
    collection.updateMany({ nextAttemptAt: { $exists: true } }, { $set: { nextAttemptAt: now, attempts: 0 } })

  /** How many documents are pending, and the age of the oldest entry. Counts at most 1,000 documents. */
  async function backlog(now: Date) {
    const pending = await collection
      .find({ nextAttemptAt: { $exists: true } }, { projection: { 'outbox.at': 1 } })
      .limit(maxCounted)
      .toArray()
    const times = pending.flatMap(({ outbox }) => outbox.map(({ at }) => at.getTime()))
    return {
      depth: pending.length,
      oldestSeconds: times.length > 0 ? Math.round((now.getTime() - Math.min(...times)) / 1_000) : 0,
    }
  }

  /** The events of documents that soon get another one, and when they were sent. Looks at up to 200 documents. */
  async function asked(now: Date): Promise<ExpectedPickup[]> {
    const pending = await collection
      .find(
        { nextAttemptAt: { $lte: new Date(now.getTime() + beforeNextMs) } },
        { projection: { outbox: { queue: 1, at: 1 }, attempts: 1, nextAttemptAt: 1 } },
      )
      .sort({ nextAttemptAt: 1 })
      .limit(sweepBatch)
      .toArray()
    return pending.flatMap((document) => expectedPickups(document, now))
  }

  const hasPending = async (queue: OutboxQueue) =>
    (await collection.findOne(
      { nextAttemptAt: { $exists: true }, 'outbox.queue': queue },
      { projection: { _id: 1 } },
    )) !== null

  return { due, markSent, makeAllDue, backlog, asked, hasPending }
}

export type DueStore = ReturnType<typeof createDueStore>
