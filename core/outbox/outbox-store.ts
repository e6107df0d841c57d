import type { mongo } from 'mongoose'
import { type OutboxCollection, type OutboxEntry, type OutboxQueue, retryDelayMs } from './entry.ts'

type WithOutbox = { _id: string; outbox: OutboxEntry[]; nextAttemptAt?: Date; attempts: number }
type Due = WithOutbox & { nextAttemptAt: Date }
export type PendingDocument = Pick<Due, '_id' | 'attempts' | 'nextAttemptAt'> & { queues: OutboxQueue[] }

const sweepBatch = 200
const maxCounted = 1_000

/**
 * Queries about what documents owe; the same for every collection that carries an outbox.
 * @param outboxCollections the driver's collection of tickets, users, ...
 * @param whenSettled whether a document outlives what it owed
 */
export function createOutboxStore(outboxCollections: unknown, whenSettled: 'stays' | 'goes' = 'stays') {
  const collection = outboxCollections as mongo.Collection<WithOutbox>

  /** The last one out puts out the light. */
  async function putOut(owner: string) {
    const settled = { _id: owner, outbox: { $size: 0 } }
    if (whenSettled === 'goes') await collection.deleteOne(settled)
    else await collection.updateOne(settled, { $unset: { nextAttemptAt: 1 }, $set: { attempts: 0 } })
  }

  /** Removes what was done, and may set fields in the same update. */
  async function settle(owner: string, entries: string[], set: Record<string, unknown> = {}) {
    await collection.updateOne(
      { _id: owner },
      {
        $pull: { outbox: { id: { $in: entries } } },
        ...(Object.keys(set).length > 0 ? { $set: set } : {}),
      },
    )
    await putOut(owner)
  }

  /** What a queue of one document owes, oldest first. */
  async function owedIn(owner: string, queue: OutboxQueue): Promise<OutboxEntry[]> {
    const found = await collection.findOne({ _id: owner }, { projection: { outbox: 1 } })
    return (found?.outbox ?? []).filter((entry) => entry.queue === queue)
  }

  /**
   * Documents whose debts are due for another sending. One that owes nothing was left by a process that was killed
   * before it could put out the light, which is done for it.
   * @param before due at or before then
   */
  async function due(before: Date): Promise<PendingDocument[]> {
    const found = await collection
      .find<Due>(
        { nextAttemptAt: { $lte: before } },
        { projection: { outbox: { queue: 1 }, attempts: 1, nextAttemptAt: 1 } },
      )
      .sort({ nextAttemptAt: 1 })
      .limit(sweepBatch)
      .toArray()
    const settled = found.filter(({ outbox }) => outbox.length === 0)
    await Promise.all(settled.map(({ _id }) => putOut(_id)))
    return found
      .filter(({ outbox }) => outbox.length > 0)
      .map(({ _id, attempts, nextAttemptAt, outbox }) => ({
        _id: _id,
        attempts,
        nextAttemptAt,
        queues: [...new Set(outbox.map((entry) => entry.queue))],
      }))
  }

  /** Notes that their events were sent again; a debtor that changed or was swept meanwhile is left alone. */
  async function sentAgain(debtors: PendingDocument[], now: Date) {
    if (debtors.length === 0) return
    await collection.bulkWrite(
      debtors.map(({ _id, attempts, nextAttemptAt }) => ({
        updateOne: {
          filter: { _id: _id, nextAttemptAt },
          update: {
            $set: { nextAttemptAt: new Date(now.getTime() + retryDelayMs(attempts + 1)) },
            $inc: { attempts: 1 },
          },
        },
      })),
      { ordered: false },
    )
  }

  /** Whatever is owed is due now, however recently and however often it was sent. */
  const makeAllDue = (now: Date) =>
    collection.updateMany({ nextAttemptAt: { $exists: true } }, { $set: { nextAttemptAt: now, attempts: 0 } })

  /** How much is owed and since when, among the first thousand: for health and metrics. */
  async function backlog(now: Date) {
    const owing = await collection
      .find({ nextAttemptAt: { $exists: true } }, { projection: { 'outbox.at': 1 } })
      .limit(maxCounted)
      .toArray()
    const times = owing.flatMap(({ outbox }) => outbox.map(({ at }) => at.getTime()))
    return {
      depth: owing.length,
      oldestSeconds: times.length > 0 ? Math.round((now.getTime() - Math.min(...times)) / 1_000) : 0,
    }
  }

  return { settle, owedIn, due, sentAgain, makeAllDue, backlog }
}

export type OutboxStore = ReturnType<typeof createOutboxStore>
export type OutboxStores = Record<OutboxCollection, OutboxStore>
