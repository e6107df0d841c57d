import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { conflict, forbidden, notFound } from '../../errors.ts'
import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import { changeUser } from '../change-user.ts'
import { endSessionsOf, signOutEffect } from '../sign-in/end-session.ts'
import type { Actor, User } from '../user.ts'
import { securityMail } from './security-mail.ts'

/**
 * Removes the second factor of somebody who lost their phone and recovery codes, and signs them out everywhere.
 * @throws forbidden unless admin; not-found; conflict for one's own account, or without a second factor
 */
export async function resetSecondFactor(desk: Desk, actor: Actor, id: string, origin: Origin): Promise<User> {
  if (actor.role !== 'admin') throw forbidden('Only admins can reset two-step sign-in of others.')
  if (id === actor._id)
    throw conflict('This is your own account. Turn two-step sign-in off on your profile page.')
  const changed = await removeSecondFactor(desk, id, actor, origin)
  await endSessionsOf(desk, id)
  return changed
}

/** The same from a terminal on the desk's machine, for the last admin too. The running desk sends the mail and ends the sessions. */
export async function resetSecondFactorByTerminal(
  desk: Pick<Desk, 'users' | 'audit' | 'now' | 'log'>,
  email: string,
): Promise<User> {
  const user = await desk.users.findPersonByEmail(email)
  if (!user) throw notFound('account')
  const origin = { surface: 'terminal', address: null, agent: null } as const
  return removeSecondFactor({ ...desk, relay: () => undefined }, user._id, null, origin)
}

async function removeSecondFactor(
  desk: Pick<Desk, 'users' | 'audit' | 'now' | 'log' | 'relay'>,
  id: string,
  actor: Actor | null,
  origin: Origin,
): Promise<User> {
  const changed = await changeUser(desk, id, (user) => {
    if (!user.secondFactor) throw conflict(`${user.name} has not set up two-step sign-in.`)
    return {
      set: {},
      unset: ['secondFactor'],
      effects: [
        auditEffect({ actor, action: 'second-factor-reset', about: aboutUser(user), origin }),
        securityMail('second-factor-reset'),
        signOutEffect(),
      ],
    }
  })
  await writeAuditNow(desk, changed)
  return changed
}
