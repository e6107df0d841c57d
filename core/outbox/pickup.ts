import { type OutboxEntry, type OutboxQueue, retryDelayMs } from './entry.ts'

/** An event that was sent, or should have been, for entries in a queue. */
export type ExpectedPickup = { queue: OutboxQueue; at: Date }

/** When a worker last began a run for a queue. */
export type Pickups = Partial<Record<OutboxQueue, Date>>

/** Pickups are stored at most this often. */
export const pickupStoredEveryMs = 5_000
/** A run begins within a second or two, also in a burst: a queue that others wait in is picked up all the time. */
const patienceMs = 15_000

type Pending = { outbox: Pick<OutboxEntry, 'queue' | 'at'>[]; nextAttemptAt: Date; attempts: number }

/**
 * The events for a document's pending entries. The relay's event names only the queues of the last change, the sweep's
 * names all. One that is due is late from then on, whoever should have sent it.
 */
export function expectedPickups({ outbox, nextAttemptAt, attempts }: Pending, now: Date): ExpectedPickup[] {
  const isDue = nextAttemptAt <= now
  const at = isDue ? nextAttemptAt : new Date(nextAttemptAt.getTime() - retryDelayMs(attempts))
  const named = isDue || attempts > 0 ? outbox : outbox.filter((entry) => entry.at.getTime() === at.getTime())
  return [...new Set(named.map(({ queue }) => queue))].map((queue) => ({ queue, at }))
}

/** The queues for which Inngest was asked to run something and has begun nothing since. */
export function queuesNotPickedUp(
  asked: readonly ExpectedPickup[],
  pickups: Pickups,
  now: Date,
): OutboxQueue[] {
  const isLate = ({ queue, at }: ExpectedPickup) =>
    now.getTime() - at.getTime() > patienceMs &&
    (pickups[queue]?.getTime() ?? 0) < at.getTime() - pickupStoredEveryMs
  return [...new Set(asked.filter(isLate).map(({ queue }) => queue))]
}
