import type { mongo } from 'mongoose'
import type { Database } from '../database/connect.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { Person } from '../trace.ts'
import type { ApiKey } from '../users/api-keys/api-key.ts'
import type { Session } from '../users/sign-in/session-model.ts'
import type { Role, User } from '../users/user.ts'

const changedFields = {
  number: 1,
  version: 1,
  status: 1,
  'assignee.id': 1,
  audience: 1,
  left: 1,
  updatedAt: 1,
} as const

/** Said, since DocumentDB would rather read all that was written since then, and sort it. */
const alongChanges = { updatedAt: 1, _id: 1 } as const

/** Enough of a ticket to tell people that it changed, and no words of theirs. */
export type ChangedTicket = Pick<
  Ticket,
  '_id' | 'number' | 'version' | 'status' | 'audience' | 'left' | 'updatedAt'
> & { assignee: Pick<Person, 'id'> | null }

/** What lets a client listen: when that ends, so does the stream. */
export type Access = { kind: 'session' | 'api-key'; id: string }

/** What the live feed asks of the database, for all its listeners at once. */
export function createLiveStore(database: Pick<Database, 'tickets' | 'sessions' | 'apiKeys' | 'users'>) {
  const tickets = database.tickets.collection as unknown as mongo.Collection<Ticket>
  const sessions = database.sessions.collection as unknown as mongo.Collection<Session>
  const apiKeys = database.apiKeys.collection as unknown as mongo.Collection<ApiKey>
  const users = database.users.collection as unknown as mongo.Collection<User>

  /** What was written since then, oldest first. */
  const changedSince = (since: Date, limit: number): Promise<ChangedTicket[]> =>
    tickets
      .find({ updatedAt: { $gte: since } }, { projection: changedFields })
      .sort(alongChanges)
      .hint(alongChanges)
      .limit(limit)
      .toArray()

  type Pass = { _id: string; user: string; expiresAt: Date }

  /** Those of a kind that are still good. */
  async function good(kind: Access['kind'], access: Access[], now: Date): Promise<Pass[]> {
    const ids = new Set(access.filter((one) => one.kind === kind).map(({ id }) => id))
    if (ids.size === 0) return []
    const passes = (kind === 'session' ? sessions : apiKeys) as unknown as mongo.Collection<Pass>
    const filter = { _id: { $in: [...ids] }, expiresAt: { $gt: now } }
    return passes.find(filter, { projection: { user: 1 } }).toArray() as Promise<Pass[]>
  }

  /** Who is still let in by these, and as what: roles by the ids of sessions and API keys. */
  async function rolesBy(access: Access[], now: Date): Promise<Map<string, Role>> {
    const live = (await Promise.all([good('session', access, now), good('api-key', access, now)])).flat()
    const people = await users
      .find(
        { _id: { $in: [...new Set(live.map(({ user }) => user))] } },
        { projection: { role: 1, active: 1 } },
      )
      .toArray()
    const roles = new Map(people.filter(({ active }) => active).map(({ _id, role }) => [_id, role]))
    return new Map(
      live.flatMap(({ _id, user }) => {
        const role = roles.get(user)
        return role ? [[_id, role] as const] : []
      }),
    )
  }

  return { changedSince, rolesBy }
}

export type LiveStore = ReturnType<typeof createLiveStore>
