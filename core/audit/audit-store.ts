import type { mongo } from 'mongoose'
import { alongIndex, type Index, isDuplicate } from '../database/documentdb.ts'
import { type Cursor, olderThan } from '../database/keyset.ts'
import { rawCollection } from '../database/raw-collection.ts'
import type { Database } from '../open-database.ts'
import type { AuditAction, AuditEntry } from './audit-entry.ts'

export type AuditPage = {
  /** a user's id */
  actor?: string | undefined
  action?: AuditAction | undefined
  /** the id of whom or what it was done to */
  about?: string | undefined
  /** not before */
  from?: Date | undefined
  /** before */
  to?: Date | undefined
  after?: Cursor | undefined
  limit: number
}

const newestFirst = { createdAt: -1, _id: -1 } as const

/** The audit log: entries are added and read, and nothing here changes or removes one. */
export function createAuditStore(database: Pick<Database, 'audit'>) {
  const collection = rawCollection<AuditEntry>(database.audit)

  /** What is there already stays as it is. */
  const insert = async (entry: AuditEntry) => {
    await collection.insertOne(entry).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error
    })
  }

  /** One page, newest first. */
  const list = (page: AuditPage): Promise<AuditEntry[]> =>
    alongIndex(collection.find(filterOf(page)), indexFor(page), newestFirst)
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
