import { LRUCache } from 'lru-cache'
import { tooMany } from '../../errors.ts'
import type { Actor } from '../user.ts'
import type { BucketStore } from './bucket-store.ts'
import { type LimitedKind, type Limits, limitFor, limitMessage } from './limits.ts'
import { type Bucket, refilled, secondsUntilOne } from './token-bucket.ts'

const maxBuckets = 50_000
/** The share of an allowance that a process spends before it has told the database. */
const untoldShare = 0.1

/** A bucket as one process knows it. @property untold what it took and has not told the database yet */
type Local = Bucket & { untold: number; telling: Promise<void> | null }
type Known = { id: string; local: Local; size: number }

/**
 * Limits what one person does within ten minutes, with whatever session, API key or chat account.
 *
 * Each process counts in memory and tells the database in the background, so that filing waits for nothing. It waits
 * only when a tenth of the allowance is untold. With `n` processes, somebody can therefore do at most `n` tenths more
 * than the limit, and a tenth more after each restart.
 */
export function createAccountLimits(store: BucketStore, limits: Limits, now: () => Date) {
  const buckets = new LRUCache<string, Local>({ max: maxBuckets })

  function known(actor: Pick<Actor, '_id' | 'role'>, kind: LimitedKind): Known | null {
    const size = limitFor(actor, limits, kind)
    if (size === Infinity) return null
    const id = `${kind}:${actor._id}`
    const local = buckets.get(id) ?? { level: size, at: now().getTime(), untold: 0, telling: null }
    buckets.set(id, local)
    return { id, local, size }
  }

  /** One report at a time, which those who wait share. */
  const tell = (one: Known) => (one.local.telling ??= report(one))

  async function report({ id, local, size }: Known) {
    const spent = local.untold
    try {
      const level = await store.spend(id, spent, size, now())
      local.untold -= spent
      Object.assign(local, { level: level - local.untold, at: now().getTime() })
    } finally {
      local.telling = null
    }
  }

  /** Counts one. @throws too-many when nothing is left; it says when to try again */
  async function take(actor: Pick<Actor, '_id' | 'role'>, kind: LimitedKind): Promise<void> {
    const one = known(actor, kind)
    if (!one) return
    const { local, size } = one
    const mostUntold = Math.max(1, Math.floor(size * untoldShare))
    while (local.untold >= mostUntold) await tell(one)
    Object.assign(local, refilled(local, size, now().getTime()))
    if (local.level < 1) {
      const seconds = secondsUntilOne(local.level, size)
      throw tooMany(limitMessage(kind, seconds), seconds)
    }
    local.level--
    local.untold++
    // A report that fails is made again with the next one.
    if (local.untold >= mostUntold / 2) void tell(one).catch(() => undefined)
  }

  /** Returns one that turned out to be nothing new. */
  function giveBack(actor: Pick<Actor, '_id' | 'role'>, kind: LimitedKind) {
    const local = known(actor, kind)?.local
    if (local) Object.assign(local, { level: local.level + 1, untold: local.untold - 1 })
  }

  return { take, giveBack }
}

export type AccountLimits = ReturnType<typeof createAccountLimits>
