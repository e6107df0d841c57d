import type { Database } from '../../database/connect.ts'
import type { Session } from './session-model.ts'

export function createSessionStore({ sessions }: Pick<Database, 'sessions'>) {
  return {
    find: (id: string) => sessions.findById(id).lean<Session>(),
    insert: async (session: Session) => {
      await sessions.create(session)
    },
    remove: (id: string) => sessions.deleteOne({ _id: id }),
    removeAll: (user: string) => sessions.deleteMany({ user }),
    removeOthers: (user: string, keep: string) => sessions.deleteMany({ user, _id: { $ne: keep } }),
    /** @returns whether it was there and theirs */
    removeOf: async (user: string, id: string) =>
      (await sessions.deleteOne({ _id: id, user })).deletedCount === 1,
    /** Somebody's newest sessions that are still good. */
    listOf: (user: string, now: Date, limit: number) =>
      sessions
        .find({ user, expiresAt: { $gt: now } })
        .sort({ createdAt: -1 })
        .hint({ user: 1, createdAt: -1 })
        .limit(limit)
        .lean<Session[]>(),
    noteUse: async (id: string, at: Date) => {
      await sessions.updateOne({ _id: id }, { $set: { lastUsedAt: at } })
    },
  }
}

export type SessionStore = ReturnType<typeof createSessionStore>
