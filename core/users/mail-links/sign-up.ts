import { z } from 'zod'
import type { Desk } from '../../desk.ts'
import { isRefusal } from '../../errors.ts'
import { newId } from '../../ids.ts'
import type { AccountEffect } from '../../outbox/entry.ts'
import { changeUser } from '../change-user.ts'
import { inConstantTime } from '../sign-in/constant-time.ts'
import { emailKeyOf, emailSchema, nameSchema, passwordSchema, type User } from '../user.ts'
import type { UserChange } from '../user-store.ts'

export const signUpSchema = z.strictObject({ email: emailSchema, name: nameSchema, password: passwordSchema })

const maxPending = 5
const answerAfterMs = 500

/**
 * Asks for an account. Whatever the address is, the answer is the same, it takes as long, and a mail goes to it: to
 * confirm it when it is new, to say that it is known otherwise. Only who reads that mailbox learns which, and only they
 * can go on.
 * @throws too-many
 */
export const signUp = (desk: Desk, address: string, input: z.infer<typeof signUpSchema>): Promise<void> =>
  inConstantTime(answerAfterMs, async () => {
    await desk.attempts.begin({ account: `sign-up:${emailKeyOf(input.email)}`, address })
    const { name, password } = input
    const pending = { id: newId(), name, passwordHash: await desk.passwords.hash(password), at: desk.now() }
    if (!(await introduce(desk, input, pending))) await askKnown(desk, input.email, pending)
  })

type Pending = User['pending'][number]

/** @returns whether the address was new */
async function introduce(desk: Desk, { email, name }: z.infer<typeof signUpSchema>, pending: Pending) {
  if (await desk.users.findByEmail(email)) return false
  const account = { _id: newId(), email, name, pending: [pending], effects: [confirmation(pending)] }
  try {
    desk.relay('users', (await desk.users.insert(account, desk.now())).user)
    return true
  } catch (error) {
    // somebody has asked for the same address at the same moment
    if (isRefusal(error)) return false
    throw error
  }
}

async function askKnown(desk: Desk, email: string, pending: Pending) {
  const known = await desk.users.findByEmail(email)
  if (known) await changeUser(desk, known._id, (user) => askAgain(user, pending))
}

const confirmation = ({ id }: Pending): AccountEffect => ({
  queue: 'mail',
  kind: 'account-mail',
  topic: 'confirm-address',
  pending: id,
})

function askAgain(user: User, pending: Pending): UserChange {
  if (user.emailVerified)
    return { set: {}, effects: [{ queue: 'mail', kind: 'account-mail', topic: 'address-known' }] }
  return {
    set: { pending: [...user.pending, pending].slice(-maxPending) },
    effects: [confirmation(pending)],
  }
}
