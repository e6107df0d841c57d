import { z } from 'zod'
import { aboutUser } from '../audit/record-audit-event.ts'
import type { Desk } from '../desk.ts'
import { conflict } from '../errors.ts'
import { newId } from '../ids.ts'
import { auditEffect, writeAuditNow } from '../outbox/audit.ts'
import { invitation } from './mail-links/invitation.ts'
import { assertGoodPassword } from './sign-in/password-quality.ts'
import { emailSchema, nameSchema, passwordSchema, roles, type User } from './user.ts'

export const newAccountSchema = z.strictObject({
  email: emailSchema,
  name: nameSchema,
  role: z.enum(roles),
  password: passwordSchema.optional(),
})

/**
 * Creates an account from a terminal. Without a password, the owner gets an invitation by mail once the desk runs.
 * @throws conflict when the address has an account; invalid for a password that is easy to guess
 */
export async function createAccount(
  desk: Pick<Desk, 'users' | 'audit' | 'passwords' | 'now' | 'log'>,
  input: z.infer<typeof newAccountSchema>,
): Promise<User> {
  const { email, name, role, password } = input
  if (password) await assertGoodPassword(desk, password, { email, name })
  if (await desk.users.findByEmail(email)) throw conflict(`${email} already has an account.`)
  const account = {
    _id: newId(),
    email,
    name,
    role,
    emailVerified: true,
    passwordHash: password ? await desk.passwords.hash(password) : null,
    onDuty: role === 'moderator',
  }
  const event = auditEffect({
    actor: null,
    action: 'account-created',
    about: aboutUser(account),
    origin: { surface: 'terminal', address: null, agent: null },
    changes: [{ field: 'role', from: null, to: role }],
  })
  const { user } = await desk.users.insert(
    { ...account, effects: [...(password ? [] : [invitation]), event] },
    desk.now(),
  )
  await writeAuditNow(desk, user)
  return user
}
