import { LRUCache } from 'lru-cache'
import { tooMany } from '../../errors.ts'
import type { Actor } from '../user.ts'
import type { BucketStore } from './bucket-store.ts'
import { type LimitedKind, type Limits, limitFor, limitMessage } from './limits.ts'
import { type Bucket, refill, secondsUntilToken } from './token-bucket.ts'

const maxBuckets = 50_000
/** The share of an allowance that a process spends before it saves it to the database. */
const unsavedShare = 0.1

/** A bucket as one process knows it. @property unsaved what it took and has not saved yet */
type Local = Bucket & { unsaved: number; saving: Promise<void> | null }
type Known = { id: string; local: Local; size: number }

/**
 * Limits what one person does within ten minutes, with whatever session, API key or chat account.
 *
 * Each process counts in memory and saves to the database in the background, so that filing waits for nothing. It waits
 * only when a tenth of the allowance is unsaved. With `n` processes, somebody can therefore do at most `n` tenths more
 * than the limit, and a tenth more after each restart.
 */
export function createAccountLimits(store: BucketStore, limits: Limits, now: () => Date) {
  const buckets = new LRUCache<string, Local>({ max: maxBuckets })

  function known(actor: Pick<Actor, '_id' | 'role'>, kind: LimitedKind): Known | null {
    const size = limitFor(actor, limits, kind)
    if (size === Infinity) return null
    const id = `${kind}:${actor._id}`
    const local = buckets.get(id) ?? { level: size, at: now().getTime(), unsaved: 0, saving: null }
    buckets.set(id, local)
    return { id, local, size }
  }

  /** One save at a time, which those who wait share. */
  const save = (one: Known) => (one.local.saving ??= saveOnce(one))

  async function saveOnce({ id, local, size }: Known) {
    const spent = local.unsaved
    try {
      const level = await store.spend(id, spent, size, now())
      local.unsaved -= spent
      Object.assign(local, { level: level - local.unsaved, at: now().getTime() })
    } finally {
      local.saving = null
    }
  }

  /** Counts one. @throws too-many when nothing is left; it says when to try again */
  async function take(actor: Pick<Actor, '_id' | 'role'>, kind: LimitedKind): Promise<void> {
    const one = known(actor, kind)
    if (!one) return
    const { local, size } = one
    const maxUnsaved = Math.max(1, Math.floor(size * unsavedShare))
    while (local.unsaved >= maxUnsaved) await save(one)
    Object.assign(local, refill(local, size, now().getTime()))
    if (local.level < 1) {
      const seconds = secondsUntilToken(local.level, size)
      throw tooMany(limitMessage(kind, seconds), seconds)
    }
    local.level--
    local.unsaved++
    // What could not be saved is saved with the next.
    if (local.unsaved >= maxUnsaved / 2) void save(one).catch(() => undefined)
  }

  /** Takes back a count that turned out to be a repeat. */
  function giveBack(actor: Pick<Actor, '_id' | 'role'>, kind: LimitedKind) {
    const local = known(actor, kind)?.local
    if (local) Object.assign(local, { level: local.level + 1, unsaved: local.unsaved - 1 })
  }

  return { take, giveBack }
}

export type AccountLimits = ReturnType<typeof createAccountLimits>
