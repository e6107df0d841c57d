import type { User } from '../user.ts'
import type { UserStore } from '../user-store.ts'
import type { Session } from './session-model.ts'
import type { SessionStore } from './session-store.ts'

const freshForMs = 1_000
/** The last use is noted no more often than this: it is for people to recognise a device by. */
const noteUseEveryMs = 60_000
const maxEntries = 10_000

type Entry = { user: User | null; until: number }

/**
 * Who a session belongs to, remembered for a second: a change made on another process is in force within that time,
 * a change made here at once (`forget`).
 */
export function createSessionCache(sessions: SessionStore, users: UserStore, now: () => number = Date.now) {
  const known = new Map<string, Entry>()
  const loading = new Map<string, Promise<User | null>>()
  let epoch = 0

  async function load(session: string): Promise<User | null> {
    const startedIn = epoch
    const found = await sessions.find(session)
    const user = found && found.expiresAt.getTime() > now() ? await users.find(found.user) : null
    const allowed = user?.active ? user : null
    if (startedIn === epoch) remember(session, allowed)
    if (found && allowed) noteUse(found)
    return allowed
  }

  /** Nobody waits for it, and nothing is lost if it fails. */
  function noteUse({ _id, createdAt, lastUsedAt = createdAt }: Session) {
    if (now() - lastUsedAt.getTime() < noteUseEveryMs) return
    void sessions.noteUse(_id, new Date(now())).catch(() => undefined)
  }

  function remember(session: string, user: User | null) {
    if (known.size >= maxEntries) known.clear()
    known.set(session, { user, until: now() + freshForMs })
  }

  /** @returns the active user of a live session, else null */
  async function userOf(session: string): Promise<User | null> {
    const entry = known.get(session)
    if (entry && entry.until > now()) return entry.user
    const underWay = loading.get(session) ?? load(session).finally(() => loading.delete(session))
    loading.set(session, underWay)
    return underWay
  }

  function forget() {
    epoch++
    known.clear()
    loading.clear()
  }

  return { userOf, forget }
}

export type SessionCache = ReturnType<typeof createSessionCache>
