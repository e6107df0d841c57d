import { alongIndex } from '../../database/documentdb.ts'
import type { Database } from '../../open-database.ts'
import type { Session } from './session-model.ts'

const living = { endedAt: { $exists: false } } as const

/**
 * All queries on sessions. One that ends is marked, so that every process hears of it. Its time is not cut short as well:
 * the database removes what is over, and might do so before anybody has heard.
 */
export function createSessionStore({ sessions }: Pick<Database, 'sessions'>, now: () => Date) {
  const ended = () => ({ $set: { endedAt: now() } })

  return {
    /** @returns null also for one that has ended */
    find: async (id: string): Promise<Session | null> => {
      const found = await sessions.findById(id).lean<Session>()
      return found?.endedAt ? null : found
    },
    insert: async (session: Session) => {
      await sessions.create(session)
    },
    end: (id: string) => sessions.updateOne({ _id: id, ...living }, ended()),
    endAll: (user: string) => sessions.updateMany({ user, ...living }, ended()),
    endOthers: (user: string, keep: string) =>
      sessions.updateMany({ user, _id: { $ne: keep }, ...living }, ended()),
    /** Those that had begun by then. @param keep the one that goes on, if any */
    endBefore: (user: string, before: Date, keep?: string) =>
      sessions.updateMany(
        { user, createdAt: { $lt: before }, ...living, ...(keep ? { _id: { $ne: keep } } : {}) },
        ended(),
      ),
    /** @returns whether it was there and theirs */
    endOf: async (user: string, id: string) =>
      (await sessions.updateOne({ _id: id, user, ...living }, ended())).matchedCount === 1,
    /** Somebody's newest sessions that are still good. */
    listOf: (user: string, now: Date, limit: number) =>
      alongIndex(
        sessions.find({ user, expiresAt: { $gt: now }, ...living }),
        { user: 1, createdAt: -1 },
        { createdAt: -1 },
      )
        .limit(limit)
        .lean<Session[]>(),
    noteUse: async (id: string, at: Date) => {
      await sessions.updateOne({ _id: id }, { $set: { lastUsedAt: at } })
    },
  }
}

export type SessionStore = ReturnType<typeof createSessionStore>
