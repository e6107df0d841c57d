import { createLeaseStore } from '../database/lease-store.ts'
import { rawCollection } from '../database/raw-collection.ts'
import type { Database } from '../open-database.ts'
import { type Effect, firstRetryMs, type OutboxQueue, recordOwed } from '../outbox/entry.ts'
import { createOutboxStore } from '../outbox/outbox-store.ts'
import { type Catalog, catalogId, type Entry, type ListName } from './catalog.ts'

/** What holds names of the lists: a ticket its category and skills, an account its skills. */
export type Holder = {
  _id: string
  skills: string[]
  category?: string | null
  facets?: string[]
  version: number
}
export type HolderKind = NonNullable<Catalog['walk']>['holder']

/** All queries on the lists, and those on the names that tickets and accounts hold. */
export function createCatalogStore(database: Database, enabled: ReadonlySet<OutboxQueue>, now: () => Date) {
  const collection = rawCollection<Catalog>(database.catalogs)
  const holdersOf = (kind: HolderKind) => rawCollection<Holder>(database[kind])

  /** @throws Error when the database was never migrated */
  async function load(): Promise<Catalog> {
    const found = await collection.findOne({ _id: catalogId })
    if (!found) throw new Error('The lists of skills and categories are missing from the database.')
    return found
  }

  /** Writes a list if the lists are still at that version. @returns the new lists, or null: lost the race */
  async function apply(
    seen: Catalog,
    { list, entries, effects }: { list: ListName; entries: Entry[]; effects: Effect[] },
  ): Promise<Catalog | null> {
    const version = seen.version + 1
    const outbox = recordOwed(effects, { owner: catalogId, version, now: now(), enabled })
    const wake =
      outbox.length > 0 ? { nextAttemptAt: new Date(now().getTime() + firstRetryMs), attempts: 0 } : {}
    return database.catalogs
      .findOneAndUpdate(
        { _id: catalogId, version: seen.version },
        { $set: { [list]: entries, version, ...wake }, $push: { outbox: { $each: outbox } } },
        { returnDocument: 'after' },
      )
      .lean<Catalog>()
  }

  /** Notes how far a walk has come, or that it is over. */
  const noteWalk = (walk: Catalog['walk']) => collection.updateOne({ _id: catalogId }, { $set: { walk } })

  /** The next tickets or accounts in the order of their ids, with the names that they hold. */
  const holders = (kind: HolderKind, after: string, limit: number): Promise<Holder[]> =>
    holdersOf(kind)
      .find({ _id: { $gt: after } }, { projection: { skills: 1, category: 1, facets: 1, version: 1 } })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray()

  /** Writes names into those that are still at the version that was read. @returns how many were */
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
    outbox: createOutboxStore(collection),
    leases: createLeaseStore(collection, now),
  }
}

export type CatalogStore = ReturnType<typeof createCatalogStore>
