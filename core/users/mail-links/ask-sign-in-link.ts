import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser, recordAuditEvent } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { isRefusal } from '../../errors.ts'
import { changeUser } from '../change-user.ts'
import { inConstantTime } from '../sign-in/constant-time.ts'
import { knownDevice } from '../sign-in/known-device.ts'
import { localPath } from '../sign-in/local-path.ts'
import { emailKeyOf, emailSchema, type User } from '../user.ts'
import type { UserChange } from '../user-store.ts'

export const askSignInLinkSchema = z.strictObject({
  email: emailSchema,
  next: z.string().max(500).optional().describe('path of the console to go on to, e.g. `/tickets`'),
})

const answerAfterMs = 500

/**
 * Mails a link that signs a person in without a password. Neither the answer nor its timing reveals whether the account
 * exists. Earlier links stay valid until one is used: else whoever asks again and again would keep the owner out.
 * @param deviceToken from an earlier sign-in on this device, if any
 * @throws too-many, also for unknown addresses
 */
export const askSignInLink = (
  desk: Desk,
  { email, next }: z.infer<typeof askSignInLinkSchema>,
  origin: Origin,
  deviceToken?: string,
): Promise<void> =>
  inConstantTime(answerAfterMs, async () => {
    const user = await desk.users.findPersonByEmail(email)
    await desk.attempts.begin({
      purpose: 'sign-in-link',
      account: emailKeyOf(email),
      address: origin.address ?? '',
      device: knownDevice(desk, user, deviceToken),
    })
    if (user?.active) await sendLink(desk, user, localPath(next))
    const about = user && aboutUser(user)
    await recordAuditEvent(desk, { actor: null, action: 'sign-in-link-asked', about, origin, note: email })
  })

/** Logs a refusal, since an error would reveal that the account exists. */
async function sendLink(desk: Desk, { _id }: User, next: string) {
  await changeUser(desk, _id, (user) => linkMail(user, next)).catch((error: unknown) => {
    if (!isRefusal(error)) throw error
    desk.log.warn({ user: _id, reason: error.message }, 'The mail with a sign-in link was not sent')
  })
}

/** Adds no second mail while one is pending. */
const linkMail = ({ outbox }: User, next: string): UserChange | null =>
  outbox.some((entry) => entry.kind === 'account-mail' && entry.topic === 'sign-in')
    ? null
    : { set: {}, effects: [{ queue: 'mail', kind: 'account-mail', topic: 'sign-in', next }] }
