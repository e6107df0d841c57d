import type { Database } from '../database/connect.ts'
import type { Session } from './session-model.ts'

export function createSessionStore({ sessions }: Pick<Database, 'sessions'>) {
  return {
    find: (id: string) => sessions.findById(id).lean<Session>(),
    insert: async (session: Session) => {
      await sessions.create(session)
    },
    remove: (id: string) => sessions.deleteOne({ _id: id }),
    removeAll: (user: string) => sessions.deleteMany({ user }),
  }
}

export type SessionStore = ReturnType<typeof createSessionStore>
