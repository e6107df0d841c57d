import { inIndexOrder } from '../../database/documentdb.ts'
import type { Database } from '../../open-database.ts'
import type { Session } from './session-model.ts'

const notEnded = { endedAt: { $exists: false } } as const

/**
 * All queries on sessions. Ending a session marks it, so all processes notice. `expiresAt` stays as it is, since the database
 * removes expired sessions and could do so before the others have noticed.
 * @param idleMs a session that was not used for so long has ended
 */
export function createSessionStore(
  { sessions }: Pick<Database, 'sessions'>,
  now: () => Date,
  idleMs: number,
) {
  const ended = () => ({ $set: { endedAt: now() } })
  const isIdle = ({ createdAt, lastUsedAt = createdAt }: Session) =>
    now().getTime() - lastUsedAt.getTime() >= idleMs

  return {
    /** When a session that is used now ends, unless it is used again. */
    idleUntil: () => new Date(now().getTime() + idleMs),
    /** @returns null also for an ended or idle session */
    find: async (id: string): Promise<Session | null> => {
      const found = await sessions.findById(id).lean<Session>()
      return found && !found.endedAt && !isIdle(found) ? found : null
    },
    insert: async (session: Session) => {
      await sessions.create(session)
    },
    end: (id: string) => sessions.updateOne({ _id: id, ...notEnded }, ended()),
    endAll: (user: string) => sessions.updateMany({ user, ...notEnded }, ended()),
    endOthers: (user: string, keep: string) =>
      sessions.updateMany({ user, _id: { $ne: keep }, ...notEnded }, ended()),
    /** Ends the sessions that started before a time. @param keep the session that stays, if any */
    endBefore: (user: string, before: Date, keep?: string) =>
      sessions.updateMany(
        { user, createdAt: { $lt: before }, ...notEnded, ...(keep ? { _id: { $ne: keep } } : {}) },
        ended(),
      ),
    /** @returns whether the user had this session */
    endOf: async (user: string, id: string) =>
      (await sessions.updateOne({ _id: id, user, ...notEnded }, ended())).matchedCount === 1,
    /** The user's newest valid sessions. */
    listOf: async (user: string, now: Date, limit: number) => {
      const found = await inIndexOrder(
        sessions.find({ user, expiresAt: { $gt: now }, ...notEnded }),
        { user: 1, createdAt: -1 },
        { createdAt: -1 },
      )
        .limit(limit)
        .lean<Session[]>()
      return found.filter((session) => !isIdle(session))
    },
    confirm: async (id: string, at: Date) => {
      await sessions.updateOne({ _id: id, ...notEnded }, { $set: { confirmedAt: at } })
    },
    noteUse: async (id: string, at: Date) => {
      await sessions.updateOne({ _id: id }, { $set: { lastUsedAt: at } })
    },
  }
}

export type SessionStore = ReturnType<typeof createSessionStore>
