import { randomUUID } from 'node:crypto'
import type { mongo } from 'mongoose'
import type { Leases } from './leases.ts'

/** How long a lease outlasts a killed holder. A live holder renews it in time. */
export const leaseMs = 15_000
const renewEveryMs = 5_000

/** Identifies this process. A restart gets a new id, because it does not know what its predecessor was doing. */
const holder = randomUUID()

type Leasable = { _id: string; leases?: Leases }

/** Another process holds the lease until then, or longer if it renews it. */
export type Held = { heldUntil: Date }

/**
 * Leases let one process at a time work on a document. They are fields of the document they protect. Inngest's
 * concurrency limit would do the same, but it keeps the slot of a killed worker for two minutes.
 * @param owners the driver's collection whose documents carry the leases
 * @param times how long a lease outlasts its holder, and how often a live holder renews it, in milliseconds
 */
export function createLeaseStore(
  owners: unknown,
  now: () => Date,
  times: { lastsMs: number; renewMs: number } = { lastsMs: leaseMs, renewMs: renewEveryMs },
) {
  const collection = owners as mongo.Collection<Leasable>
  const path = (name: string) => `leases.${name}`

  /** A filter for documents whose lease nobody holds. */
  const free = (name: string) => ({
    $or: [{ [path(name)]: { $exists: false } }, { [`${path(name)}.until`]: { $lt: now() } }],
  })

  /** The fields that take the lease. Set them in an update with the filter `free`. */
  const taken = (name: string) => ({
    [path(name)]: { by: holder, until: new Date(now().getTime() + times.lastsMs) },
  })

  const own = (id: string, name: string) => ({ _id: id, [`${path(name)}.by`]: holder }) as never

  const renew = (id: string, name: string) =>
    collection.updateOne(own(id, name), { $set: taken(name) } as never)

  const release = (id: string, name: string) =>
    collection.updateOne(own(id, name), { $unset: { [path(name)]: 1 } } as never)

  /** @returns null when we took it, else when the other holder's lease ends, or now if the document is gone */
  async function take(id: string, name: string): Promise<Held | null> {
    const { matchedCount } = await collection.updateOne(
      { _id: id, ...free(name) } as never,
      { $set: taken(name) } as never,
    )
    if (matchedCount === 1) return null
    const found = await collection.findOne({ _id: id }, { projection: { leases: 1 } })
    return { heldUntil: found?.leases?.[name]?.until ?? now() }
  }

  /** Renews our lease until the work ends. Aborts `lost` when another process has taken it over. */
  async function renewing<T>(id: string, name: string, work: (lost: AbortSignal) => Promise<T>): Promise<T> {
    const losing = new AbortController()
    const keep = async () => {
      const { matchedCount } = await renew(id, name)
      if (matchedCount === 0) losing.abort()
    }
    const timer = setInterval(() => void keep().catch(() => undefined), times.renewMs)
    try {
      return await work(losing.signal)
    } finally {
      clearInterval(timer)
    }
  }

  /** Runs `work` while nobody else can. @returns its result, or who holds the lease */
  async function whileHolding<T>(
    id: string,
    name: string,
    work: (lost: AbortSignal) => Promise<T>,
  ): Promise<T | Held> {
    const held = await take(id, name)
    if (held) return held
    try {
      return await renewing(id, name, work)
    } finally {
      await release(id, name)
    }
  }

  return { free, taken, renewing, release, whileHolding }
}

export type LeaseStore = ReturnType<typeof createLeaseStore>
export const isHeld = (result: unknown): result is Held =>
  typeof result === 'object' && result !== null && 'heldUntil' in result
