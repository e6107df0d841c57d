import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { invalid } from '../../errors.ts'
import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import { changeUser } from '../change-user.ts'
import { endPasswordLinks } from '../mail-links/end-password-links.ts'
import { type Actor, passwordSchema } from '../user.ts'
import { checkOwnPassword } from './confirm-password.ts'
import { endSessionsOf, signOutEffect } from './end-session.ts'
import { assertGoodPassword } from './password-quality.ts'

export const changePasswordSchema = z.strictObject({
  current: z.string().max(1_000),
  password: passwordSchema.describe('the new password'),
})

const wrong = () => invalid('current', 'The current password is wrong.')

/**
 * Changes one's own password and signs out all other devices.
 * @param session the session that stays
 * @throws invalid when the current password is wrong or the new one easy to guess; too-many
 */
export async function changePassword(
  desk: Desk,
  actor: Actor,
  session: string,
  input: z.infer<typeof changePasswordSchema>,
  origin: Origin,
): Promise<void> {
  const given = { field: 'current', password: input.current, wrong: wrong().message }
  const hash = await checkOwnPassword(desk, actor, session, given)
  const { email = null } = (await desk.users.find(actor._id)) ?? {}
  await assertGoodPassword(desk, input.password, { email, name: actor.name })
  const passwordHash = await desk.passwords.hash(input.password)
  const event = auditEffect({ actor, action: 'password-changed', about: aboutUser(actor), origin })
  const changed = await changeUser(desk, actor._id, (user) => {
    // The password was changed meanwhile, so the given one is no longer current.
    if (user.passwordHash !== hash) throw wrong()
    return { set: { passwordHash }, effects: [event, signOutEffect({ keep: session })] }
  })
  await writeAuditNow(desk, changed)
  await endPasswordLinks(desk, actor._id)
  await endSessionsOf(desk, actor._id, session)
}
