import { createShortLivedCache } from '../short-lived-cache.ts'
import type { Catalog } from './catalog.ts'

/** Caches the lists for one second. Call `forget` after a change so that this process reads it at once. */
export function createCatalogCache(load: () => Promise<Catalog>, now: () => number = Date.now) {
  const cache = createShortLivedCache(load, { max: 1, now })
  return { read: () => cache.forceFetch('catalog'), forget: () => cache.clear() }
}

export type CatalogCache = ReturnType<typeof createCatalogCache>
