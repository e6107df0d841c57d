import type { Catalog } from './catalog.ts'

const freshForMs = 1_000

/**
 * The lists as they are, remembered for a second: a change made on another process is in force within that time, a
 * change made here at once (`forget`).
 */
export function createCatalogCache(load: () => Promise<Catalog>, now: () => number = Date.now) {
  let known: { lists: Promise<Catalog>; until: number } | null = null

  function forget() {
    known = null
  }

  function read(): Promise<Catalog> {
    if (known && known.until > now()) return known.lists
    const asked = { lists: load(), until: now() + freshForMs }
    known = asked
    asked.lists.catch(() => {
      if (known === asked) forget()
    })
    return asked.lists
  }

  return { read, forget }
}

export type CatalogCache = ReturnType<typeof createCatalogCache>
