import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser } from '../../audit/record.ts'
import type { Desk } from '../../desk.ts'
import { invalid } from '../../errors.ts'
import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import { changeUser } from '../change-user.ts'
import { endPasswordLinks } from '../mail-links/end-password-links.ts'
import { type Actor, passwordSchema } from '../user.ts'
import { endSessionsOf, signOutEffect } from './end-session.ts'

export const changePasswordSchema = z.strictObject({
  current: z.string().max(1_000),
  password: passwordSchema.describe('the new password'),
})

const wrong = () => invalid('current', 'The current password is wrong.')

/**
 * Changes one's own password and signs out all other devices. Attempts are limited as at sign-in, so whoever finds a
 * signed-in device can't guess the password.
 * @param session the session that stays
 * @throws invalid when the current password is wrong; too-many
 */
export async function changePassword(
  desk: Desk,
  actor: Actor,
  session: string,
  input: z.infer<typeof changePasswordSchema>,
  origin: Origin,
): Promise<void> {
  const attempt = { account: `password:${actor._id}`, address: origin.address ?? '' }
  await desk.attempts.begin(attempt)
  const hash = (await desk.users.find(actor._id))?.passwordHash ?? null
  if (!(await desk.passwords.matches(input.current, hash))) throw wrong()
  await desk.attempts.succeeded(attempt)
  const passwordHash = await desk.passwords.hash(input.password)
  const event = auditEffect({ actor, action: 'password-changed', about: aboutUser(actor), origin })
  const changed = await changeUser(desk, actor._id, (user) => {
    // The password was changed meanwhile, so the given one is no longer current.
    if (user.passwordHash !== hash) throw wrong()
    return { set: { passwordHash }, effects: [event, signOutEffect(session)] }
  })
  await writeAuditNow(desk, changed)
  await endPasswordLinks(desk, actor._id)
  await endSessionsOf(desk, actor._id, session)
}
