import { LRUCache } from 'lru-cache'

/** LRUCache drops a value once its age is greater than this, so a value serves for one second. */
const ttlMs = 999

/**
 * Keeps what was loaded for one second, so a change made by another process counts within that time. `clear()` makes a
 * change made here count at once: a load that is under way then answers its callers and is not kept. Callers who ask
 * for the same key at once share one load.
 * @param load answers undefined for what should not be kept
 */
export const createShortLivedCache = <Value extends object>(
  load: (key: string) => Promise<Value | undefined>,
  { max, now }: { max: number; now: () => number },
) =>
  new LRUCache<string, Value>({
    max,
    ttl: ttlMs,
    ttlResolution: 0,
    perf: { now },
    ignoreFetchAbort: true,
    fetchMethod: load,
  })
