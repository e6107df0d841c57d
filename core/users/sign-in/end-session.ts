import type { Desk } from '../../desk.ts'
import type { AccountEffect } from '../../outbox/entry.ts'

/** Logs one device out: its token is worth nothing from now on. */
export async function endSession(desk: Pick<Desk, 'sessions' | 'sessionCache'>, session: string) {
  await desk.sessions.end(session)
  desk.sessionCache.forget()
}

/** That all sessions end that had begun before a change, owed with it: see `endSessionsOf`, which does it at once. */
export const signOutEffect = (keep?: string): AccountEffect => ({
  queue: 'maintenance',
  kind: 'sign-out',
  ...(keep ? { keep } : {}),
})

/**
 * Ends every session of a person: after their role, their password or their account changed.
 * @param keep the one that goes on, if any
 */
export async function endSessionsOf(
  desk: Pick<Desk, 'sessions' | 'sessionCache'>,
  user: string,
  keep: string | null = null,
) {
  if (keep) await desk.sessions.endOthers(user, keep)
  else await desk.sessions.endAll(user)
  desk.sessionCache.forget()
}
