import { createShortLivedCache } from '../short-lived-cache.ts'
import type { Catalog } from './catalog.ts'

/** Remembers the lists for a second. `forget` after a change makes it count at once in this process. */
export function createCatalogCache(load: () => Promise<Catalog>, now: () => number = Date.now) {
  const cache = createShortLivedCache(load, { max: 1, now })
  return { read: () => cache.forceFetch('catalog'), forget: () => cache.clear() }
}

export type CatalogCache = ReturnType<typeof createCatalogCache>
