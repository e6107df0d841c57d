import type { Database } from '../open-database.ts'

/** Drops those of these indexes that exist. */
export async function dropIndexes(collection: Database['tickets']['collection'], names: string[]) {
  const indexes = new Set((await collection.indexes()).map(({ name }) => name))
  for (const name of names.filter((name) => indexes.has(name))) await collection.dropIndex(name)
}
