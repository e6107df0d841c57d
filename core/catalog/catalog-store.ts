import { rawCollection } from '../database/raw-collection.ts'
import type { Database } from '../open-database.ts'
import type { CatalogEntry, EffectOf, OutboxQueue } from '../outbox/entry.ts'
import { createOutbox } from '../outbox/outbox.ts'
import { type Catalog, catalogId, type Entry, type ListName } from './catalog.ts'

/** A document that stores names from the lists: a ticket (category and skills) or an account (skills). */
export type Holder = {
  _id: string
  skills: string[]
  category?: string | null
  facets?: string[]
  version: number
}
export type HolderKind = NonNullable<Catalog['walk']>['holder']

/** All queries on the lists, and on the names that tickets and accounts store. */
export function createCatalogStore(database: Database, served: ReadonlySet<OutboxQueue>, now: () => Date) {
  const collection = rawCollection<Catalog>(database.catalogs)
  const holdersOf = (kind: HolderKind) => rawCollection<Holder>(database[kind])

  const outbox = createOutbox<Catalog, CatalogEntry>(collection, { served, now })

  /** @throws Error when the database has not been migrated */
  async function load(): Promise<Catalog> {
    const found = await collection.findOne({ _id: catalogId })
    if (!found) throw new Error('The lists of skills and categories are missing from the database.')
    return found
  }

  /** Writes a list if the version is still the one that was read. @returns the new lists, or null if it is not */
  async function apply(
    seen: Catalog,
    { list, entries, effects }: { list: ListName; entries: Entry[]; effects: EffectOf<CatalogEntry>[] },
  ): Promise<Catalog | null> {
    const version = seen.version + 1
    const { entries: added, fields } = outbox.enqueue(effects, { document: catalogId, version, now: now() })
    return database.catalogs
      .findOneAndUpdate(
        { _id: catalogId, version: seen.version },
        { $set: { [list]: entries, version, ...fields }, $push: { outbox: { $each: added } } },
        { returnDocument: 'after' },
      )
      .lean<Catalog>()
  }

  /** Stores the progress of a rename across all documents. Null means that it is finished. */
  const noteWalk = (walk: Catalog['walk']) => collection.updateOne({ _id: catalogId }, { $set: { walk } })

  /** The next tickets or accounts by id, with the names they store. @param after the last id of the previous batch */
  const holders = (kind: HolderKind, after: string, limit: number): Promise<Holder[]> =>
    holdersOf(kind)
      .find({ _id: { $gt: after } }, { projection: { skills: 1, category: 1, facets: 1, version: 1 } })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray()

  /** Writes names to the documents whose version has not changed since they were read. @returns how many */
  async function writeNames(kind: HolderKind, changed: Holder[]): Promise<number> {
    if (changed.length === 0) return 0
    const at = kind === 'tickets' ? { updatedAt: now() } : {}
    const { matchedCount } = await holdersOf(kind).bulkWrite(
      changed.map(({ _id, version, ...names }) => ({
        updateOne: {
          filter: { _id, version },
          update: { $set: { ...names, ...at } as never, $inc: { version: 1 } },
        },
      })),
      { ordered: false },
    )
    return matchedCount
  }

  return {
    load,
    apply,
    noteWalk,
    holders,
    writeNames,
    outbox,
  }
}

export type CatalogStore = ReturnType<typeof createCatalogStore>
