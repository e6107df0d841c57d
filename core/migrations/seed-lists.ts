import { seedCatalog } from '../catalog/seed.ts'
import { isDuplicate } from '../database/documentdb.ts'
import type { Database } from '../open-database.ts'

/** Fills the lists with the built-in entries and all names that tickets and accounts already use. */
export async function seedLists({ catalogs, tickets, users }: Database) {
  const used = {
    skills: [...new Set([...(await tickets.distinct('skills')), ...(await users.distinct('skills'))])],
    categories: (await tickets.distinct('category')).filter((name): name is string => Boolean(name)),
  }
  await catalogs.collection.insertOne(seedCatalog(used) as never).catch((error) => {
    if (!isDuplicate(error)) throw error
  })
}
