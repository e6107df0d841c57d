import type { Database } from '../open-database.ts'
import { type OutboxQueue, queues } from './entry.ts'
import { type Pickups, pickupStoredEveryMs } from './pickup.ts'

/**
 * When the queues were last picked up, and which ones are stuck. All processes of a desk share it: any worker may pick
 * up what another process asked for.
 */
export function createPickupStore({ checkpoints }: Pick<Database, 'checkpoints'>, now: () => Date) {
  const stored = new Map<OutboxQueue, number>()
  const idOf = (what: 'pickup' | 'stuck', queue: OutboxQueue) => `${what}:${queue}`

  async function times(what: 'pickup' | 'stuck'): Promise<Pickups> {
    const found = await checkpoints.find({ _id: { $in: queues.map((queue) => idOf(what, queue)) } }).lean()
    return Object.fromEntries(found.map(({ _id, at }) => [_id.slice(what.length + 1), new Date(at)]))
  }

  const save = (what: 'pickup' | 'stuck', queue: OutboxQueue) =>
    checkpoints.updateOne({ _id: idOf(what, queue) }, { $set: { at: now().toISOString() } }, { upsert: true })

  /** Notes that a run for this queue begins. */
  async function mark(queue: OutboxQueue) {
    const at = now().getTime()
    if (at - (stored.get(queue) ?? 0) < pickupStoredEveryMs) return
    stored.set(queue, at)
    await save('pickup', queue)
  }

  /** The queues that were found stuck and that nobody has picked up since. */
  async function stuck(): Promise<OutboxQueue[]> {
    const [found, picked] = await Promise.all([times('stuck'), times('pickup')])
    return queues.filter((queue) => {
      const since = found[queue]
      return since !== undefined && (picked[queue]?.getTime() ?? 0) < since.getTime()
    })
  }

  return {
    mark,
    pickups: () => times('pickup'),
    stuck,
    noteStuck: (queue: OutboxQueue) => save('stuck', queue),
    forgetStuck: (queue: OutboxQueue) => checkpoints.deleteOne({ _id: idOf('stuck', queue) }),
  }
}

export type PickupStore = ReturnType<typeof createPickupStore>
