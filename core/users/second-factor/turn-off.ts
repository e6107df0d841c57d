import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import { changeUser } from '../change-user.ts'
import { assertRecentPassword } from '../sign-in/confirm-password.ts'
import type { WithCode } from './renew-recovery-codes.ts'
import { securityMail } from './security-mail.ts'
import type { InSession } from './set-up.ts'
import { notSetUp, spendCode } from './spend-code.ts'

/** Turns one's own second factor off. @throws invalid at `code` or `password`; too-many; conflict when it is off */
export async function turnOffSecondFactor(
  desk: Desk,
  by: InSession,
  { code, password }: WithCode,
  origin: Origin,
): Promise<void> {
  if (!by.user.secondFactor) throw notSetUp()
  await assertRecentPassword(desk, by.user, by.session, password)
  const { secondFactor: spent } = await spendCode(desk, by.user, code, origin, by.session)
  const changed = await changeUser(desk, by.user._id, (user) => {
    if (user.secondFactor?.id !== spent?.id) throw notSetUp()
    return {
      set: {},
      unset: ['secondFactor'],
      effects: [
        auditEffect({ actor: user, action: 'second-factor-off', about: aboutUser(user), origin }),
        securityMail('second-factor-off'),
      ],
    }
  })
  await writeAuditNow(desk, changed)
  desk.sessionCache.forget()
}
