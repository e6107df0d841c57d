import type { mongo } from 'mongoose'
import type { Database } from '../database/connect.ts'
import type { CatalogEntry, EffectOf, OutboxQueue } from '../outbox/entry.ts'
import { createOutbox } from '../outbox/outbox.ts'
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
export function createCatalogStore(database: Database, served: ReadonlySet<OutboxQueue>, now: () => Date) {
  const collection = database.catalogs.collection as unknown as mongo.Collection<Catalog>
  const holdersOf = (kind: HolderKind) => database[kind].collection as unknown as mongo.Collection<Holder>

  const outbox = createOutbox<Catalog, CatalogEntry>(collection, { served, now })

  /** @throws Error when the database was never migrated */
  async function load(): Promise<Catalog> {
    const found = await collection.findOne({ _id: catalogId })
    if (!found) throw new Error('The lists of skills and categories are missing from the database.')
    return found
  }

  /** Writes a list if the lists are still at that version. @returns the new lists, or null: lost the race */
  async function apply(
    seen: Catalog,
    { list, entries, effects }: { list: ListName; entries: Entry[]; effects: EffectOf<CatalogEntry>[] },
  ): Promise<Catalog | null> {
    const version = seen.version + 1
    const { entries: added, fields } = outbox.enqueue(effects, { document: catalogId, version, now: now() })
    return collection.findOneAndUpdate(
      { _id: catalogId, version: seen.version },
      { $set: { [list]: entries, version, ...fields }, $push: { outbox: { $each: added } } } as never,
      { returnDocument: 'after' },
    )
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
    outbox,
  }
}

export type CatalogStore = ReturnType<typeof createCatalogStore>
