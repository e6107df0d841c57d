import type { mongo } from 'mongoose'
import { type Index, inIndexOrder, isDuplicate } from '../database/documentdb.ts'
import { type Cursor, olderThan } from '../database/keyset.ts'
import { rawCollection } from '../database/raw-collection.ts'
import type { Database } from '../open-database.ts'
import type { AuditAction, AuditEntry } from './audit-entry.ts'

export type AuditPage = {
  /** user id */
  actor?: string | undefined
  action?: AuditAction | undefined
  /** id of the affected account, ticket, key, skill or category */
  about?: string | undefined
  /** inclusive */
  from?: Date | undefined
  /** exclusive */
  to?: Date | undefined
  after?: Cursor | undefined
  limit: number
}

const newestFirst = { createdAt: -1, _id: -1 } as const

/** The audit log is append-only: nothing here changes or removes an entry. */
export function createAuditStore(database: Pick<Database, 'audit'>) {
  const collection = rawCollection<AuditEntry>(database.audit)

  /** Leaves an existing entry with the same id as it is. */
  const insert = async (entry: AuditEntry) => {
    await collection.insertOne(entry).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error
    })
  }

  /** One page, newest first. */
  const list = (page: AuditPage): Promise<AuditEntry[]> =>
    inIndexOrder(collection.find(filterOf(page)), indexFor(page), newestFirst)
      .limit(page.limit)
      .toArray()

  return { insert, list }
}

function indexFor({ actor, about, action }: AuditPage): Index {
  if (about) return { 'about.id': 1, ...newestFirst }
  if (actor) return { 'actor.id': 1, ...newestFirst }
  return action ? { action: 1, ...newestFirst } : newestFirst
}

function filterOf({ actor, action, about, from, to, after }: AuditPage): mongo.Filter<AuditEntry> {
  const conditions: mongo.Filter<AuditEntry>[] = [
    ...(actor ? [{ 'actor.id': actor }] : []),
    ...(action ? [{ action }] : []),
    ...(about ? [{ 'about.id': about }] : []),
    ...(from ? [{ createdAt: { $gte: from } }] : []),
    ...(to ? [{ createdAt: { $lt: to } }] : []),
    ...(after ? [olderThan(after)] : []),
  ]
  return conditions.length > 0 ? { $and: conditions } : {}
}

export type AuditStore = ReturnType<typeof createAuditStore>
