import { z } from 'zod'
import type { Desk } from '../../desk.ts'
import { newId } from '../../ids.ts'
import { changeUser } from '../change-user.ts'
import { emailSchema, nameSchema, passwordSchema, type User } from '../user.ts'
import type { UserChange } from '../user-store.ts'

export const signUpSchema = z.strictObject({ email: emailSchema, name: nameSchema, password: passwordSchema })

const mostPending = 5

/**
 * Asks for an account. Whatever the address is, the answer is the same and a mail goes to it: to confirm it when it
 * is new, to say that it is known otherwise. Only who reads that mailbox learns which, and only they can go on.
 */
export async function signUp(
  desk: Desk,
  address: string,
  input: z.infer<typeof signUpSchema>,
): Promise<void> {
  await desk.attempts.begin({ account: `sign-up:${input.email}`, address })
  const pending = {
    id: newId(),
    name: input.name,
    passwordHash: await desk.passwords.hash(input.password),
    at: desk.now(),
  }
  const known = await desk.users.findByEmail(input.email)
  if (known) {
    await changeUser(desk, known._id, (user) => askAgain(user, pending))
    return
  }
  const { user } = await desk.users.insert(
    {
      _id: newId(),
      email: input.email,
      name: input.name,
      pending: [pending],
      owe: [{ lane: 'mail', kind: 'notify', about: 'confirm-address', pending: pending.id }],
    },
    desk.now(),
  )
  desk.relay('users', user)
}

function askAgain(user: User, pending: User['pending'][number]): UserChange {
  if (user.emailVerified) return { set: {}, owe: [{ lane: 'mail', kind: 'notify', about: 'address-known' }] }
  return {
    set: { pending: [...user.pending, pending].slice(-mostPending) },
    owe: [{ lane: 'mail', kind: 'notify', about: 'confirm-address', pending: pending.id }],
  }
}
