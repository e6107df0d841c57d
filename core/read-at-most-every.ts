import { LRUCache } from 'lru-cache'

/** Reads a value at most once in this time. Simultaneous requests share one reading. A failed reading is not kept. */
export function readAtMostEvery<Value extends object>(
  ms: number,
  read: () => Promise<Value>,
): () => Promise<Value> {
  const cache = new LRUCache<'value', Value>({ max: 1, ttl: ms, fetchMethod: read })
  return () => cache.forceFetch('value')
}
