import { randomUUID } from 'node:crypto'
import type { mongo } from 'mongoose'

/** How long a lease outlives a holder that was killed; a living one renews it in time. */
export const leaseMs = 15_000
const renewEveryMs = 5_000

/** This process. After a restart it is another holder, and what its predecessor held runs out. */
const holder = randomUUID()

type Leases = Record<string, { by: string; until: Date }>
type Leasable = { _id: string; leases?: Leases }

/** Another process is at work, until then at the earliest. */
export type Held = { heldUntil: Date }

/**
 * Makes sure that one process at a time works on something. Inngest's own concurrency limit would keep the slot of a
 * killed worker for two minutes. A lease is a field of the document that it is about.
 * @param owners the driver's collection whose documents carry the leases
 * @param times how long a lease outlives its holder, and how often a living one renews it, in milliseconds
 */
export function createLeaseStore(
  owners: unknown,
  now: () => Date,
  times: { lastsMs: number; renewMs: number } = { lastsMs: leaseMs, renewMs: renewEveryMs },
) {
  const collection = owners as mongo.Collection<Leasable>
  const path = (name: string) => `leases.${name}`
  const fresh = (): Leases[string] => ({ by: holder, until: new Date(now().getTime() + times.lastsMs) })

  /** @returns null when it is ours now; else until when somebody has it. A document that is gone is nobody's. */
  async function take(id: string, name: string): Promise<Held | null> {
    const free = { $or: [{ [path(name)]: { $exists: false } }, { [`${path(name)}.until`]: { $lt: now() } }] }
    const taken = { $set: { [path(name)]: fresh() } } as never
    const { matchedCount } = await collection.updateOne({ _id: id, ...free } as never, taken)
    if (matchedCount === 1) return null
    const found = await collection.findOne({ _id: id }, { projection: { leases: 1 } })
    return { heldUntil: found?.leases?.[name]?.until ?? now() }
  }

  const own = (id: string, name: string) => ({ _id: id, [`${path(name)}.by`]: holder }) as never

  const renew = (id: string, name: string) =>
    collection.updateOne(own(id, name), { $set: { [path(name)]: fresh() } } as never)

  const release = (id: string, name: string) =>
    collection.updateOne(own(id, name), { $unset: { [path(name)]: 1 } } as never)

  /**
   * Runs `work` while no other process can. `lost` is aborted when another process has taken over, because this one
   * was silent for longer than a lease.
   * @returns its result, or who was first
   */
  async function whileHolding<T>(
    id: string,
    name: string,
    work: (lost: AbortSignal) => Promise<T>,
  ): Promise<T | Held> {
    const held = await take(id, name)
    if (held) return held
    const losing = new AbortController()
    const keep = async () => {
      const { matchedCount } = await renew(id, name)
      if (matchedCount === 0) losing.abort()
    }
    const renewing = setInterval(() => void keep().catch(() => undefined), times.renewMs)
    try {
      return await work(losing.signal)
    } finally {
      clearInterval(renewing)
      await release(id, name)
    }
  }

  return { whileHolding }
}

export type LeaseStore = ReturnType<typeof createLeaseStore>
export const isHeld = (result: unknown): result is Held =>
  typeof result === 'object' && result !== null && 'heldUntil' in result
