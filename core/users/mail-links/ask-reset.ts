import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser, recordAuditEvent } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { isRefusal } from '../../errors.ts'
import { changeUser } from '../change-user.ts'
import { inConstantTime } from '../sign-in/constant-time.ts'
import { knownDevice } from '../sign-in/known-device.ts'
import { emailKeyOf, emailSchema, type User } from '../user.ts'
import type { UserChange } from '../user-store.ts'

export const askResetSchema = z.strictObject({ email: emailSchema })

const answerAfterMs = 500

/**
 * Sends a link for setting a new password to the account's address. Neither the answer nor its timing reveals whether the
 * account exists.
 * @param deviceToken from an earlier sign-in on this device, if any
 * @throws too-many, also for unknown addresses
 */
export async function askReset(
  desk: Desk,
  input: z.infer<typeof askResetSchema>,
  origin: Origin,
  deviceToken?: string,
) {
  await inConstantTime(answerAfterMs, async () => {
    const user = await desk.users.findByEmail(input.email)
    const device = knownDevice(desk, user, deviceToken)
    await desk.attempts.begin({
      purpose: 'reset',
      account: emailKeyOf(input.email),
      address: origin.address ?? '',
      device,
    })
    if (user?.active && user.emailVerified) await sendResetMail(desk, user)
    const about = user && aboutUser(user)
    await recordAuditEvent(desk, {
      actor: null,
      action: 'password-reset-asked',
      about,
      origin,
      note: input.email,
    })
  })
}

/** Logs a refusal, since an error would reveal that the account exists. */
async function sendResetMail(desk: Desk, user: User) {
  await changeUser(desk, user._id, resetMail).catch((error: unknown) => {
    if (!isRefusal(error)) throw error
    desk.log.warn({ user: user._id, reason: error.message }, 'The mail for a new password was not sent')
  })
}

/** Adds no second mail while one is pending. */
const resetMail = ({ outbox }: User): UserChange | null =>
  outbox.some((entry) => entry.kind === 'account-mail' && entry.topic === 'reset-password')
    ? null
    : { set: {}, effects: [{ queue: 'mail', kind: 'account-mail', topic: 'reset-password' }] }
