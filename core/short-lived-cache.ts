import { LRUCache } from 'lru-cache'

/** LRUCache drops a value once its age exceeds this, so a value lives for one second. */
const ttlMs = 999

/**
 * Caches loaded values for one second, so changes by other processes become visible within that time. After a change in
 * this process, call `clear()`: a load in progress then still answers its callers, but is not cached. Simultaneous
 * requests for one key share one load.
 * @param load returns undefined for a value that must not be cached
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
