import type { Desk } from '../../desk.ts'
import type { AccountEffect } from '../../outbox/entry.ts'

/** Signs one device out. Its token is invalid from then on. */
export async function endSession(desk: Pick<Desk, 'sessions' | 'sessionCache'>, session: string) {
  await desk.sessions.end(session)
  desk.sessionCache.forget()
}

/** An effect that ends all sessions started before the change it belongs to. `endSessionsOf` does the same at once. */
export const signOutEffect = (more: { keep?: string; apiKeys?: boolean } = {}): AccountEffect => ({
  queue: 'maintenance',
  kind: 'sign-out',
  ...more,
})

/** Revokes all API keys of a person. `signOutEffect` with `apiKeys` does the same later. */
export async function revokeApiKeysOf(desk: Pick<Desk, 'apiKeys' | 'apiKeyCache'>, user: string) {
  await desk.apiKeys.revokeAllOf(user)
  desk.apiKeyCache.forget()
}

/**
 * Ends all sessions of a person after their role, password or account changed.
 * @param keep the session that stays, if any
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
