import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser, record } from '../../audit/record.ts'
import type { Desk } from '../../desk.ts'
import { isRefusal } from '../../errors.ts'
import { changeUser } from '../change-user.ts'
import { inConstantTime } from '../sign-in/constant-time.ts'
import { emailKeyOf, emailSchema, type User } from '../user.ts'
import type { UserChange } from '../user-store.ts'

export const askResetSchema = z.strictObject({ email: emailSchema })

const answerAfterMs = 500

/**
 * Asks for a link that sets a new password. It goes by mail to the address of an account that can sign in; whoever
 * asks learns neither from the answer nor from its time whether there is one.
 * @throws too-many, for unknown addresses too
 */
export async function askReset(desk: Desk, input: z.infer<typeof askResetSchema>, origin: Origin) {
  await inConstantTime(answerAfterMs, async () => {
    const account = `reset:${emailKeyOf(input.email)}`
    await desk.attempts.begin({ account, address: origin.address ?? '' })
    const user = await desk.users.findByEmail(input.email)
    if (user?.active && user.emailVerified) await mailReset(desk, user)
    const about = user && aboutUser(user)
    await record(desk, { actor: null, action: 'password-reset-asked', about, origin, note: input.email })
  })
}

/** A refusal here would tell that the account exists; the person asks again. */
async function mailReset(desk: Desk, user: User) {
  await changeUser(desk, user._id, resetMail).catch((error: unknown) => {
    if (!isRefusal(error)) throw error
    desk.log.warn({ user: user._id, reason: error.message }, 'no mail for a new password')
  })
}

/** One mail at a time: asking again before it has gone out changes nothing. */
const resetMail = ({ outbox }: User): UserChange | null =>
  outbox.some((entry) => entry.kind === 'account-mail' && entry.topic === 'reset-password')
    ? null
    : { set: {}, effects: [{ queue: 'mail', kind: 'account-mail', topic: 'reset-password' }] }
