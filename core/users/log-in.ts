import { z } from 'zod'
import type { Desk } from '../desk.ts'
import { unauthenticated } from '../errors.ts'
import { type SignedIn, startSession } from './start-session.ts'

export const logInSchema = z.strictObject({ email: z.string().max(254), password: z.string().max(1_000) })

/**
 * An unknown address, a wrong password, an account that is switched off or not confirmed: one answer, and as long
 * in coming.
 * @throws unauthenticated, too-many
 */
export async function logIn(
  desk: Desk,
  address: string,
  input: z.infer<typeof logInSchema>,
): Promise<SignedIn> {
  const attempt = { account: input.email, address }
  await desk.attempts.begin(attempt)
  const user = await desk.users.findByEmail(input.email)
  const matches = await desk.passwords.matches(input.password, user?.passwordHash ?? null)
  if (!user || !matches || !user.active || !user.emailVerified)
    throw unauthenticated('The address or the password is wrong.')
  await desk.attempts.succeeded(attempt)
  return startSession(desk, user)
}
