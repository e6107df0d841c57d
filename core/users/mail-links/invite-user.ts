import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser, changesOf, owedDeed, recordAtOnce } from '../../audit/record.ts'
import type { Desk } from '../../desk.ts'
import { conflict, forbidden } from '../../errors.ts'
import { newId } from '../../ids.ts'
import type { NewOwed } from '../../outbox/owed.ts'
import type { ChangedField } from '../../trace.ts'
import { changeUser } from '../change-user.ts'
import { type Actor, emailSchema, nameSchema, roles, type User } from '../user.ts'
import type { UserChange } from '../user-store.ts'

export const inviteSchema = z.strictObject({ email: emailSchema, name: nameSchema, role: z.enum(roles) })
type Invitation = z.infer<typeof inviteSchema>

const invitation: NewOwed[] = [{ lane: 'mail', kind: 'notify', about: 'account-created' }]

/**
 * Makes an account for somebody and sends them a link by mail to set their password. Who was invited before and has
 * no password yet gets another link.
 * @returns the account, and whether it is a new one
 * @throws forbidden unless admin; conflict when the address has an account that can sign in, or is switched off
 */
export async function inviteUser(desk: Desk, actor: Actor, input: Invitation, origin: Origin) {
  if (actor.role !== 'admin') throw forbidden('Only admins invite people.')
  const deedOf: DeedOf = (user, changes) =>
    owedDeed({ actor, action: 'account-invited', about: aboutUser(user), origin, changes })
  const known = await desk.users.findByEmail(input.email)
  const user = known ? await again(desk, known, input, deedOf) : await fresh(desk, input, deedOf)
  await recordAtOnce(desk, user)
  return { user, created: known === null }
}

type DeedOf = (user: Actor, changes: ChangedField[]) => NewOwed

async function fresh(desk: Desk, input: Invitation, deedOf: DeedOf): Promise<User> {
  const account = { _id: newId(), ...input, emailVerified: true, onDuty: input.role === 'moderator' }
  const deed = deedOf(account, [{ field: 'role', from: null, to: input.role }])
  const { user } = await desk.users.insert({ ...account, owe: [...invitation, deed] }, desk.now())
  desk.relay('users', user)
  return user
}

const again = (desk: Desk, known: User, input: Invitation, deedOf: DeedOf) =>
  changeUser(desk, known._id, (user) => {
    const { set, owe = [] } = askAgain(user, input)
    return {
      set,
      owe: [...owe, deedOf(user, changesOf<Partial<User>>(user, { role: set.role ?? user.role }))],
    }
  })

/** A sign-up that nobody has confirmed may be anybody's: the admin's word counts, and its password doesn't. */
function askAgain(user: User, { name, role }: Invitation): UserChange {
  if (!user.active || (user.emailVerified && user.passwordHash))
    throw conflict('There is an account for this address already.')
  if (user.emailVerified) return { set: {}, owe: invitation }
  const set = {
    name,
    role,
    onDuty: role === 'moderator',
    emailVerified: true,
    pending: [],
    passwordHash: null,
  }
  return { set, owe: invitation }
}
