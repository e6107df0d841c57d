import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser, changesOf } from '../../audit/record.ts'
import type { Desk } from '../../desk.ts'
import { conflict, forbidden } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import type { AccountEffect } from '../../outbox/entry.ts'
import type { ChangedField } from '../../trace.ts'
import { changeUser } from '../change-user.ts'
import { updateUser } from '../update-user.ts'
import { type Actor, emailSchema, nameSchema, roles, type User } from '../user.ts'
import type { UserChange } from '../user-store.ts'
import { invitation } from './invitation.ts'

export const inviteSchema = z.strictObject({ email: emailSchema, name: nameSchema, role: z.enum(roles) })
type Invitation = z.infer<typeof inviteSchema>

/**
 * Makes an account for somebody and sends them a link by mail to set their password. Who was invited before, or is known
 * from Slack, and has no password yet gets another link, and the role that is named now.
 * @returns the account, and whether it is a new one
 * @throws forbidden unless admin; conflict when the address has an account that can sign in, or is switched off, and for
 * another role of the last admin
 */
export async function inviteUser(desk: Desk, actor: Actor, input: Invitation, origin: Origin) {
  if (actor.role !== 'admin') throw forbidden('Only admins invite people.')
  const effectOf: EffectOf = (user, changes) =>
    auditEffect({ actor, action: 'account-invited', about: aboutUser(user), origin, changes })
  const known = await desk.users.findByEmail(input.email)
  if (known?.emailVerified && known.role !== input.role) {
    askAgain(known, input)
    await updateUser(desk, actor, { id: known._id, ...rank(input) }, origin)
  }
  const user = known ? await again(desk, known, input, effectOf) : await fresh(desk, input, effectOf)
  await writeAuditNow(desk, user)
  return { user, created: known === null }
}

/** Who is invited as a moderator is there to take tickets. */
const rank = ({ role }: Invitation) => ({ role, onDuty: role === 'moderator' })

type EffectOf = (user: Actor, changes: ChangedField[]) => AccountEffect

async function fresh(desk: Desk, input: Invitation, effectOf: EffectOf): Promise<User> {
  const account = { _id: newId(), ...input, ...rank(input), emailVerified: true }
  const event = effectOf(account, [{ field: 'role', from: null, to: input.role }])
  const { user } = await desk.users.insert({ ...account, effects: [invitation, event] }, desk.now())
  desk.relay('users', user)
  return user
}

const again = (desk: Desk, known: User, input: Invitation, effectOf: EffectOf) =>
  changeUser(desk, known._id, (user) => {
    const { set, effects = [] } = askAgain(user, input)
    return {
      set,
      effects: [...effects, effectOf(user, changesOf<Partial<User>>(user, { role: set.role ?? user.role }))],
    }
  })

/** A sign-up that nobody has confirmed may be anybody's: the admin's word counts, and its password doesn't. */
function askAgain(user: User, input: Invitation): UserChange {
  if (!user.active || (user.emailVerified && user.passwordHash))
    throw conflict('There is an account for this address already.')
  if (user.emailVerified) return { set: {}, effects: [invitation] }
  const proven = { emailVerified: true, pending: [], passwordHash: null }
  return { set: { name: input.name, ...rank(input), ...proven }, effects: [invitation] }
}
