import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser, changesOf } from '../../audit/record-audit-event.ts'
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
 * Creates an account and mails its owner a link for setting a password. A person who already has an account without a
 * password, from an invitation or from Slack, gets another link and the role given now.
 * @returns the account, and whether it is new
 * @throws forbidden unless admin; conflict when the address has an account with a password or a deactivated one, and for
 * another role of the last admin
 */
export async function inviteUser(desk: Desk, actor: Actor, input: Invitation, origin: Origin) {
  if (actor.role !== 'admin') throw forbidden('Only admins can invite people.')
  const eventOf: EventOf = (user, changes) =>
    auditEffect({ actor, action: 'account-invited', about: aboutUser(user), origin, changes })
  const known = await desk.users.findByEmail(input.email)
  if (known?.emailVerified && known.role !== input.role) {
    invitationFor(known, input)
    await updateUser(desk, actor, { id: known._id, ...rank(input) }, origin)
  }
  const user = known
    ? await inviteAgain(desk, known, input, eventOf)
    : await createInvited(desk, input, eventOf)
  await writeAuditNow(desk, user)
  return { user, created: known === null }
}

/** An invited moderator is on duty from the start. */
const rank = ({ role }: Invitation) => ({ role, onDuty: role === 'moderator' })

type EventOf = (user: Actor, changes: ChangedField[]) => AccountEffect

async function createInvited(desk: Desk, input: Invitation, eventOf: EventOf): Promise<User> {
  const account = { _id: newId(), ...input, ...rank(input), emailVerified: true }
  const event = eventOf(account, [{ field: 'role', from: null, to: input.role }])
  const { user } = await desk.users.insert({ ...account, effects: [invitation, event] }, desk.now())
  desk.relay('users', user)
  return user
}

const inviteAgain = (desk: Desk, known: User, input: Invitation, eventOf: EventOf) =>
  changeUser(desk, known._id, (user) => {
    const { set, effects = [] } = invitationFor(user, input)
    return {
      set,
      effects: [...effects, eventOf(user, changesOf<Partial<User>>(user, { role: set.role ?? user.role }))],
    }
  })

/** An unconfirmed sign-up may be anyone's, so its name and password are replaced. */
function invitationFor(user: User, input: Invitation): UserChange {
  if (!user.active || (user.emailVerified && user.passwordHash))
    throw conflict('This address already has an account.')
  if (user.emailVerified) return { set: {}, effects: [invitation] }
  const verified = { emailVerified: true, pending: [], passwordHash: null }
  return { set: { name: input.name, ...rank(input), ...verified }, effects: [invitation] }
}
