import { createHash } from 'node:crypto'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser, recordAuditEvent } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { unauthenticated } from '../../errors.ts'
import type { User } from '../user.ts'
import { endSession } from './end-session.ts'
import { type SignedIn, startSession } from './start-session.ts'

/** The first factor is shown, the second one is still needed. `token` proves the first one until `expiresAt`. */
export type SecondFactorNeeded = { needs: 'second-factor'; token: string; expiresAt: Date }
export type SignInResult = SignedIn | SecondFactorNeeded

/**
 * Every way of signing in ends here once a first factor is shown: a password, or a link that only its owner can have.
 * @param user as it was when the factor was checked
 * @param event what the audit log says of a session that starts at once; null when the caller has recorded it already
 * @returns a session, or a token for `enterCode` when the person has a second factor
 * @throws unauthenticated when the account changed meanwhile
 */
export async function finishSignIn(
  desk: Desk,
  user: User,
  origin: Origin,
  event: 'signed-in' | null = 'signed-in',
): Promise<SignInResult> {
  if (!user.secondFactor) return startCheckedSession(desk, user, origin, event)
  const { token, expiresAt } = desk.tokens.signFirstFactor({ user: user._id, state: signInStateOf(user) })
  return { needs: 'second-factor', token, expiresAt }
}

/**
 * Starts a session for somebody who has shown all factors.
 * @param user as it was when the factors were checked
 * @throws unauthenticated when the account changed meanwhile. That change may have missed the new session
 */
export async function startCheckedSession(
  desk: Desk,
  user: User,
  origin: Origin,
  event: 'signed-in' | null = 'signed-in',
): Promise<SignedIn> {
  const signedIn = await startSession(desk, user, origin.agent)
  const now = await desk.users.find(user._id)
  if (!now?.active || signInStateOf(now) !== signInStateOf(user)) {
    await endSession(desk, signedIn.session)
    throw unauthenticated('Your account changed meanwhile. Sign in again.')
  }
  if (event) await recordAuditEvent(desk, { actor: user, action: event, about: aboutUser(user), origin })
  return signedIn
}

/** A fingerprint of what somebody signs in with. It is another one after a new password or second factor. */
export const signInStateOf = ({ passwordHash, secondFactor }: Pick<User, 'passwordHash' | 'secondFactor'>) =>
  createHash('sha256')
    .update(JSON.stringify([passwordHash, secondFactor?.id ?? null]))
    .digest('base64url')
