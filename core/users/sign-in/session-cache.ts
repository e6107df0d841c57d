import { createShortLivedCache } from '../../short-lived-cache.ts'
import type { User } from '../user.ts'
import type { UserStore } from '../user-store.ts'
import type { Session } from './session-model.ts'
import type { SessionStore } from './session-store.ts'

/** The last use helps people recognise a device. Once a minute is often enough for that. */
const noteUseEveryMs = 60_000
const max = 10_000

/** Remembers for a second which user a session belongs to. Call `forget` after a change to a user or session. */
export function createSessionCache(sessions: SessionStore, users: UserStore, now: () => number = Date.now) {
  const cache = createShortLivedCache(async (session) => ({ user: await load(session) }), { max, now })

  async function load(session: string): Promise<User | null> {
    const found = await sessions.find(session)
    const user = found && found.expiresAt.getTime() > now() ? await users.find(found.user) : null
    if (!found || !user?.active) return null
    noteUse(found)
    return user
  }

  /** Runs in the background. A failure loses nothing that matters. */
  function noteUse({ _id, createdAt, lastUsedAt = createdAt }: Session) {
    if (now() - lastUsedAt.getTime() < noteUseEveryMs) return
    void sessions.noteUse(_id, new Date(now())).catch(() => undefined)
  }

  /** @returns the active user of a live session, else null */
  const userOf = async (session: string) => (await cache.forceFetch(session)).user

  return { userOf, forget: () => cache.clear() }
}

export type SessionCache = ReturnType<typeof createSessionCache>
