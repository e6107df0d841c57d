import type { mongo } from 'mongoose'
import { inIndexOrder, usingIndex } from '../database/documentdb.ts'
import { rawCollection } from '../database/raw-collection.ts'
import type { Database } from '../open-database.ts'
import { changesIndex } from '../tickets/store/ticket-model.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { Person } from '../trace.ts'
import type { Role, User } from '../users/user.ts'

const changedFields = {
  number: 1,
  version: 1,
  shown: 1,
  status: 1,
  assignee: 1,
  audience: 1,
  audienceBefore: 1,
  updatedAt: 1,
} as const

/** What events need to know of a changed ticket. Of what people wrote it contains only the assignee's name. */
export type ChangedTicket = Pick<
  Ticket,
  '_id' | 'number' | 'version' | 'shown' | 'status' | 'audience' | 'audienceBefore' | 'updatedAt'
> & { assignee: Person | null }

/** A session or an API key. */
type Ending = { _id: string; endedAt?: Date }

/**
 * @property endedAccess ids of sessions and API keys that have ended
 * @property newRoles roles by user id; null for a deactivated account
 */
export type Endings = { endedAccess: ReadonlySet<string>; newRoles: ReadonlyMap<string, Role | null> }

/** The queries of the live feed. Each serves all listeners at once. */
export function createLiveStore(database: Pick<Database, 'tickets' | 'sessions' | 'apiKeys' | 'users'>) {
  const tickets = rawCollection<Ticket>(database.tickets)
  const sessions = rawCollection<Ending>(database.sessions)
  const apiKeys = rawCollection<Ending>(database.apiKeys)
  const users = rawCollection<User>(database.users)

  /** Tickets changed since then, oldest first. */
  const changedSince = (since: Date, limit: number): Promise<ChangedTicket[]> =>
    inIndexOrder(
      tickets.find<ChangedTicket>({ updatedAt: { $gte: since } }, { projection: changedFields }),
      changesIndex,
    )
      .limit(limit)
      .toArray()

  /** Sessions or API keys that have ended since then. */
  const endedSince = (accesses: mongo.Collection<Ending>, since: Date, limit: number) =>
    accesses
      .find({ endedAt: { $gte: since } }, { projection: { _id: 1 }, ...usingIndex({ endedAt: 1 }) })
      .limit(limit)
      .toArray()

  const roleChangesSince = (since: Date, limit: number) =>
    users
      .find(
        { rankChangedAt: { $gte: since } },
        { projection: { role: 1, active: 1 }, ...usingIndex({ rankChangedAt: 1 }) },
      )
      .limit(limit)
      .toArray()

  /** Uses three queries, however many listeners there are. @returns null when any of them finds more than `max` */
  async function endingsSince(since: Date, max: number): Promise<Endings | null> {
    const [out, revoked, changed] = await Promise.all([
      endedSince(sessions, since, max + 1),
      endedSince(apiKeys, since, max + 1),
      roleChangesSince(since, max + 1),
    ])
    if ([out, revoked, changed].some(({ length }) => length > max)) return null
    return {
      endedAccess: new Set([...out, ...revoked].map(({ _id }) => _id)),
      newRoles: new Map(changed.map(({ _id, role, active }) => [_id, active ? role : null])),
    }
  }

  return { changedSince, endingsSince }
}

export type LiveStore = ReturnType<typeof createLiveStore>
