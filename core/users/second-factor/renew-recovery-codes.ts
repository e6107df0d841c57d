import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import { changeUser } from '../change-user.ts'
import { assertRecentPassword } from '../sign-in/confirm-password.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import type { InSession } from './set-up.ts'
import { notSetUp, spendCode } from './spend-code.ts'
import { codeSchema } from './typed-code.ts'

/** A borrowed device must not be enough: a code is needed, and from an hour after signing in the password. */
export const withCodeSchema = z.strictObject({
  code: codeSchema,
  password: z.string().max(1_000).optional().describe('needed an hour after signing in'),
})
export type WithCode = z.infer<typeof withCodeSchema>

/**
 * Makes ten new recovery codes. The earlier ones stop working.
 * @returns the codes, which can't be read again
 * @throws invalid at `code` or `password`; too-many; conflict without a second factor
 */
export async function renewRecoveryCodes(
  desk: Desk,
  by: InSession,
  { code, password }: WithCode,
  origin: Origin,
): Promise<string[]> {
  if (!by.user.secondFactor) throw notSetUp()
  await assertRecentPassword(desk, by.user, by.session, password)
  const { secondFactor: spent } = await spendCode(desk, by.user, code, origin, by.session)
  const { codes, hashes } = await newRecoveryCodes(desk.passwords)
  const changed = await changeUser(desk, by.user._id, (user) => {
    if (!user.secondFactor || user.secondFactor.id !== spent?.id) throw notSetUp()
    return {
      set: { secondFactor: { ...user.secondFactor, recoveryCodes: hashes } },
      effects: [auditEffect({ actor: user, action: 'recovery-codes-made', about: aboutUser(user), origin })],
    }
  })
  await writeAuditNow(desk, changed)
  desk.sessionCache.forget()
  return codes
}
