import { alongIndex } from '../../database/documentdb.ts'
import type { Database } from '../../open-database.ts'
import type { Session } from './session-model.ts'

const notEnded = { endedAt: { $exists: false } } as const

/**
 * All queries on sessions. Ending a session marks it, so all processes notice. `expiresAt` stays as it is, since the database
 * removes expired sessions and could do so before the others have noticed.
 */
export function createSessionStore({ sessions }: Pick<Database, 'sessions'>, now: () => Date) {
  const ended = () => ({ $set: { endedAt: now() } })

  return {
    /** @returns null also for an ended session */
    find: async (id: string): Promise<Session | null> => {
      const found = await sessions.findById(id).lean<Session>()
      return found?.endedAt ? null : found
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
    listOf: (user: string, now: Date, limit: number) =>
      alongIndex(
        sessions.find({ user, expiresAt: { $gt: now }, ...notEnded }),
        { user: 1, createdAt: -1 },
        { createdAt: -1 },
      )
        .limit(limit)
        .lean<Session[]>(),
    confirm: async (id: string, at: Date) => {
      await sessions.updateOne({ _id: id, ...notEnded }, { $set: { confirmedAt: at } })
    },
    noteUse: async (id: string, at: Date) => {
      await sessions.updateOne({ _id: id }, { $set: { lastUsedAt: at } })
    },
  }
}

export type SessionStore = ReturnType<typeof createSessionStore>
