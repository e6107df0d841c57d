import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import type { Desk } from '../../desk.ts'
import { unauthenticated } from '../../errors.ts'
import { signInStateOf, startCheckedSession } from '../sign-in/finish-sign-in.ts'
import { knownDevice } from '../sign-in/known-device.ts'
import type { SignedIn } from '../sign-in/start-session.ts'
import { spendCode } from './spend-code.ts'
import { codeSchema } from './typed-code.ts'

export const enterCodeSchema = z.strictObject({
  token: z.string().min(1).max(2_000).describe('from the answer to the first step'),
  code: codeSchema,
})

const startAgain = () => unauthenticated('Signing in took too long, or your account changed. Sign in again.')

/**
 * Second step of signing in.
 * @param deviceToken from an earlier sign-in on this device, if any
 * @throws unauthenticated when the first step has to be made again; invalid at `code`; too-many
 */
export async function enterCode(
  desk: Desk,
  origin: Origin,
  { token, code }: z.infer<typeof enterCodeSchema>,
  deviceToken?: string,
): Promise<SignedIn> {
  const shown = desk.tokens.verifyFirstFactor(token)
  const user = shown && (await desk.users.find(shown.user))
  if (!user?.active || !user.secondFactor || signInStateOf(user) !== shown?.state) throw startAgain()
  await spendCode(desk, user, code, origin, knownDevice(desk, user, deviceToken))
  return startCheckedSession(desk, user, origin)
}
