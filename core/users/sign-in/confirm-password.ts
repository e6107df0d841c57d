import type { Desk } from '../../desk.ts'
import { invalid } from '../../errors.ts'
import type { Actor } from '../user.ts'

const recentMs = 3_600_000

/**
 * Checks one's own password. Attempts are limited as at sign-in and counted for this device alone, so whoever finds a
 * signed-in device can't guess it.
 * @param given the input field and what was typed into it
 * @returns the hash of the password @throws invalid at the field; too-many
 */
export async function checkOwnPassword(
  desk: Desk,
  actor: Actor,
  session: string,
  given: { field: string; password: string; wrong: string },
): Promise<string> {
  const attempt = { purpose: 'password', account: actor._id, device: session } as const
  await desk.attempts.begin(attempt)
  const hash = (await desk.users.find(actor._id))?.passwordHash ?? null
  const matches = await desk.passwords.matches(given.password, hash)
  if (!matches || hash === null) throw invalid(given.field, given.wrong)
  await desk.attempts.succeeded(attempt)
  return hash
}

/**
 * For what would outlast a borrowed device: asks for the password unless the person signed in or gave it within the last
 * hour.
 * @throws invalid at `password`; too-many
 */
export async function assertRecentPassword(
  desk: Desk,
  actor: Actor,
  session: string,
  password: string | undefined,
): Promise<void> {
  const found = await desk.sessions.find(session)
  const signedInAt = found && (found.confirmedAt ?? found.createdAt)
  if (signedInAt && desk.now().getTime() - signedInAt.getTime() < recentMs) return
  if (password === undefined) throw await askForPassword(desk, actor)
  await checkOwnPassword(desk, actor, session, {
    field: 'password',
    password,
    wrong: 'The password is wrong.',
  })
  await desk.sessions.confirm(session, desk.now())
}

async function askForPassword(desk: Desk, actor: Actor) {
  const hasPassword = Boolean((await desk.users.find(actor._id))?.passwordHash)
  return invalid(
    'password',
    hasPassword
      ? 'You signed in more than an hour ago. Enter your password.'
      : 'You signed in more than an hour ago. Sign out and in again.',
  )
}
