import type { Log } from '../log.ts'
import { repeatedly } from '../repeatedly.ts'
import { type OutboxCollection, type OutboxQueue, outboxCollections } from './entry.ts'
import type { Outboxes } from './outbox.ts'
import { queuesNotPickedUp } from './pickup.ts'
import type { PickupStore } from './pickup-store.ts'

const watchEveryMs = 5_000
/** A new registration needs a moment before it shows. */
const registerEveryMs = 30_000

export type Watch = {
  outboxes: Outboxes
  pickups: PickupStore
  /** the queues that have a worker. Another one waits for its service to be configured again. */
  served: ReadonlySet<OutboxQueue>
  now: () => Date
  log: Log
  /** Registers this process's worker again. Absent in a process without one. @returns false when it has no time now */
  register?: (() => Promise<boolean>) | undefined
}

/**
 * Looks for work that Inngest was asked to start and has not: somebody deleted the app there, it refuses our events, its
 * queue is stuck, or no worker runs. Until it starts again, `stuck` names the queues. A worker registers again and makes
 * all pending work due, so that the sweep asks again.
 */
export async function watchPickup({ outboxes, pickups, served, now, log, register }: Watch) {
  const asked = await eachOf(({ asked: of }) => of(now()))
  const late = queuesNotPickedUp(asked.flat(), await pickups.pickups(), now())
  const before = await pickups.stuck()
  for (const queue of late) if (served.has(queue) && !before.includes(queue)) await pickups.noteStuck(queue)
  for (const queue of before) if (!(await isPending(queue))) await pickups.forgetStuck(queue)
  const stuck = await pickups.stuck()
  if (stuck.length === 0) return
  log.warn({ queues: stuck }, 'Inngest starts no work for these queues')
  if (!(await register?.())) return
  for (const collection of outboxCollections) await outboxes[collection].makeAllDue(now())

  async function isPending(queue: OutboxQueue) {
    return (await eachOf((outbox) => outbox.hasPending(queue))).includes(true)
  }

  function eachOf<T>(ask: (outbox: Outboxes[OutboxCollection]) => Promise<T>): Promise<T[]> {
    return Promise.all(outboxCollections.map((collection) => ask(outboxes[collection])))
  }
}

/** Watches until stopped. Registers at most every 30 s. */
export function startWatchingPickup({ register, ...watch }: Watch) {
  let registeredAt = 0
  const seldom = async () => {
    if (!register || watch.now().getTime() - registeredAt < registerEveryMs) return false
    registeredAt = watch.now().getTime()
    return register()
  }
  return repeatedly(
    () => watchPickup({ ...watch, register: seldom }),
    watchEveryMs,
    (error) => watch.log.debug({ reason: error.message }, 'could not look whether work is picked up'),
  )
}
