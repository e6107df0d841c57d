import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { type AuditEvent, aboutUser, recordAuditEvent } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { unauthenticated } from '../../errors.ts'
import { emailKeyOf, emailSchema, type User } from '../user.ts'
import { finishSignIn, type SignInResult } from './finish-sign-in.ts'
import { knownDevice } from './known-device.ts'

export const logInSchema = z.strictObject({ email: z.string().max(254), password: z.string().max(1_000) })

const wrong = () => unauthenticated('The address or the password is wrong.')

/**
 * Signs a person in by password. An unknown address, a wrong password, a deactivated and an unconfirmed account get the same answer
 * after the same time.
 * @param deviceToken from an earlier sign-in on this device, if any
 * @throws unauthenticated, too-many
 */
export async function logIn(
  desk: Desk,
  origin: Origin,
  input: z.infer<typeof logInSchema>,
  deviceToken?: string,
): Promise<SignInResult> {
  const user = await desk.users.findByEmail(input.email)
  const device = knownDevice(desk, user, deviceToken)
  const attempt = { account: emailKeyOf(input.email), address: origin.address ?? '', device }
  await desk.attempts.begin(attempt)
  const matches = await desk.passwords.matches(input.password, user?.passwordHash ?? null)
  if (!user || !matches || !user.active || !user.emailVerified) {
    await recordAuditEvent(desk, failure(origin, user, input.email))
    throw wrong()
  }
  await desk.attempts.succeeded(attempt)
  return finishSignIn(desk, user, origin)
}

/** Keeps what was typed only when it is an address, since people type passwords into the wrong field. */
const failure = (origin: Origin, user: User | null, typed: string): AuditEvent => ({
  actor: null,
  action: 'sign-in-failed',
  about: user && aboutUser(user),
  origin,
  note: emailSchema.safeParse(typed).success ? typed : 'no address',
})
