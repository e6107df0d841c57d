import { z } from 'zod'
import type { Desk } from '../../desk.ts'
import { isRefusal } from '../../errors.ts'
import { newId } from '../../ids.ts'
import type { AccountEffect } from '../../outbox/entry.ts'
import { changeUser } from '../change-user.ts'
import { inConstantTime } from '../sign-in/constant-time.ts'
import { emailKeyOf, emailSchema, nameSchema, passwordSchema, type User } from '../user.ts'
import type { UserChange } from '../user-store.ts'
import { assertMaySignUp } from './may-sign-up.ts'

export const signUpSchema = z.strictObject({
  email: emailSchema,
  name: nameSchema,
  password: passwordSchema
    .optional()
    .describe('not used: whoever confirms the address chooses the password then'),
})

const maxPending = 5
const answerAfterMs = 500

/**
 * Signs a person up. The answer and its timing are the same for every address, and a mail goes to each: a new address is
 * asked to confirm, a known one is told that it has an account. Only the mailbox's owner learns which. No password is kept,
 * since anybody can sign up another person's address (OWASP: account pre-hijacking).
 * @throws forbidden or invalid when the setting DESK_SIGN_UP does not allow it; too-many
 */
export const signUp = (desk: Desk, address: string, input: z.infer<typeof signUpSchema>): Promise<void> =>
  inConstantTime(answerAfterMs, async () => {
    assertMaySignUp(desk.signUpRule, input.email)
    await desk.attempts.begin({ purpose: 'sign-up', account: emailKeyOf(input.email), address })
    const pending = { id: newId(), name: input.name, at: desk.now() }
    if (!(await createAccount(desk, input, pending))) await mailKnown(desk, input.email, pending)
  })

type Pending = User['pending'][number]

/** @returns whether the address was new */
async function createAccount(desk: Desk, { email, name }: z.infer<typeof signUpSchema>, pending: Pending) {
  if (await desk.users.findByEmail(email)) return false
  const account = { _id: newId(), email, name, pending: [pending], effects: [confirmation(pending)] }
  try {
    desk.relay('users', (await desk.users.insert(account, desk.now())).user)
    return true
  } catch (error) {
    // The same address was signed up at the same moment.
    if (isRefusal(error)) return false
    throw error
  }
}

async function mailKnown(desk: Desk, email: string, pending: Pending) {
  const known = await desk.users.findByEmail(email)
  if (known) await changeUser(desk, known._id, (user) => mailFor(user, pending))
}

const confirmation = ({ id }: Pending): AccountEffect => ({
  queue: 'mail',
  kind: 'account-mail',
  topic: 'confirm-address',
  pending: id,
})

function mailFor(user: User, pending: Pending): UserChange {
  if (user.emailVerified)
    return { set: {}, effects: [{ queue: 'mail', kind: 'account-mail', topic: 'address-known' }] }
  return {
    set: { pending: [...user.pending, pending].slice(-maxPending) },
    effects: [confirmation(pending)],
  }
}
