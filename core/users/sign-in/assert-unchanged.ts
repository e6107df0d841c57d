import type { Desk } from '../../desk.ts'
import { type Refusal, unauthenticated } from '../../errors.ts'
import type { User } from '../user.ts'
import { endSession } from './end-session.ts'

/**
 * Ends the new session when the password changed or the account was deactivated meanwhile. That change may have missed it.
 * @throws the refusal
 */
export async function assertUnchanged(
  desk: Pick<Desk, 'users' | 'sessions' | 'sessionCache'>,
  user: User,
  session: string,
  refusal: Refusal = unauthenticated('Your account has just changed. Sign in again.'),
) {
  const now = await desk.users.find(user._id)
  if (now?.active && now.passwordHash === user.passwordHash) return
  await endSession(desk, session)
  throw refusal
}
