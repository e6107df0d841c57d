import type { mongo } from 'mongoose'
import { type Lane, type Owed, type Owner, wakeDelayMs } from './owed.ts'

type WithOutbox = { _id: string; outbox: Owed[]; wakeAt?: Date; wakes: number }
type Due = WithOutbox & { wakeAt: Date }
export type Debtor = Pick<Due, '_id' | 'wakes' | 'wakeAt'> & { lanes: Lane[] }

const sweepBatch = 200
const mostCounted = 1_000

/**
 * Queries about what documents owe; the same for every collection that carries an outbox.
 * @param owners the driver's collection of tickets, users, ...
 * @param whenSettled whether a document outlives what it owed
 */
export function createOutboxStore(owners: unknown, whenSettled: 'stays' | 'goes' = 'stays') {
  const collection = owners as mongo.Collection<WithOutbox>

  /** The last one out puts out the light. */
  async function putOut(owner: string) {
    const settled = { _id: owner, outbox: { $size: 0 } }
    if (whenSettled === 'goes') await collection.deleteOne(settled)
    else await collection.updateOne(settled, { $unset: { wakeAt: 1 }, $set: { wakes: 0 } })
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

  /** What a lane of one document owes, oldest first. */
  async function owedIn(owner: string, lane: Lane): Promise<Owed[]> {
    const found = await collection.findOne({ _id: owner }, { projection: { outbox: 1 } })
    return (found?.outbox ?? []).filter((entry) => entry.lane === lane)
  }

  /**
   * Documents whose debts are due for another sending. One that owes nothing was left by a process that was killed
   * before it could put out the light, which is done for it.
   * @param before due at or before then
   */
  async function due(before: Date): Promise<Debtor[]> {
    const found = await collection
      .find<Due>({ wakeAt: { $lte: before } }, { projection: { outbox: { lane: 1 }, wakes: 1, wakeAt: 1 } })
      .sort({ wakeAt: 1 })
      .limit(sweepBatch)
      .toArray()
    const settled = found.filter(({ outbox }) => outbox.length === 0)
    await Promise.all(settled.map(({ _id }) => putOut(_id)))
    return found
      .filter(({ outbox }) => outbox.length > 0)
      .map(({ _id, wakes, wakeAt, outbox }) => ({
        _id: _id,
        wakes,
        wakeAt,
        lanes: [...new Set(outbox.map((entry) => entry.lane))],
      }))
  }

  /** Notes that their events were sent again; a debtor that changed or was swept meanwhile is left alone. */
  async function sentAgain(debtors: Debtor[], now: Date) {
    if (debtors.length === 0) return
    await collection.bulkWrite(
      debtors.map(({ _id, wakes, wakeAt }) => ({
        updateOne: {
          filter: { _id: _id, wakeAt },
          update: { $set: { wakeAt: new Date(now.getTime() + wakeDelayMs(wakes + 1)) }, $inc: { wakes: 1 } },
        },
      })),
      { ordered: false },
    )
  }

  /** Whatever is owed is due now, however recently and however often it was sent. */
  const makeAllDue = (now: Date) =>
    collection.updateMany({ wakeAt: { $exists: true } }, { $set: { wakeAt: now, wakes: 0 } })

  /** How much is owed and since when, among the first thousand: for health and metrics. */
  async function backlog(now: Date) {
    const owing = await collection
      .find({ wakeAt: { $exists: true } }, { projection: { 'outbox.at': 1 } })
      .limit(mostCounted)
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
export type OutboxStores = Record<Owner, OutboxStore>
