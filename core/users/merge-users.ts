import { z } from 'zod'
import type { Origin } from '../audit/audit-entry.ts'
import { aboutUser } from '../audit/record-audit-event.ts'
import { isHeld } from '../database/lease-store.ts'
import type { Desk } from '../desk.ts'
import { conflict, forbidden, invalid, notFound } from '../errors.ts'
import { idSchema } from '../ids.ts'
import { auditEffect, writeAuditNow } from '../outbox/audit.ts'
import { changeUser } from './change-user.ts'
import { assertAnotherAdmin, restoreIfLast } from './last-admin.ts'
import { markMerged } from './merge-accounts.ts'
import { type Actor, personOf, type User } from './user.ts'

export const mergeUsersSchema = z.strictObject({ into: idSchema.describe('id of the surviving account') })

/**
 * Merges two accounts of one person. The survivor keeps its role, name and password, and gets the other account's tickets,
 * comments and handles in the background. The other account can't sign in any more.
 * @throws forbidden unless admin; not-found; invalid at `into`; conflict for one's own account and for the last admin
 */
export async function mergeUsers(
  desk: Desk,
  actor: Actor,
  { id, into }: { id: string } & z.infer<typeof mergeUsersSchema>,
  origin: Origin,
): Promise<User> {
  if (actor.role !== 'admin') throw forbidden('Only admins can merge accounts.')
  if (id === actor._id)
    throw conflict('This is your own account. Merge the other one into it, or ask another admin.')
  const by = { actor, origin }
  const merged = await desk.merges.whileHolding('merges', 'merging', () =>
    mergeExclusively(desk, id, into, by),
  )
  if (isHeld(merged)) throw conflict('Someone else is merging accounts. Try again in a moment.')
  return merged
}

type By = { actor: Actor; origin: Origin }

/** Runs under a lease, since two merges at once could each merge the other one's survivor. */
async function mergeExclusively(desk: Desk, id: string, into: string, by: By): Promise<User> {
  const gone = await desk.users.find(id)
  if (!gone) throw notFound('user')
  const survivor = await assertSurvivor(desk, gone, into)
  if (gone.role === 'admin' && gone.active) await endRole(desk, id, by)
  const changes = [{ field: 'merged', from: null, to: personOf(survivor) }]
  const event = auditEffect({ ...by, action: 'account-merged', about: aboutUser(gone), changes })
  await writeAuditNow(desk, await markMerged(desk, id, survivor._id, [event]))
  return survivor
}

/** An account without an address can't survive. Slack may still show that it belongs to another account. */
async function assertSurvivor(desk: Desk, gone: User, into: string): Promise<User> {
  if (gone._id === into) throw invalid('into', 'Choose a different account.')
  const survivor = await desk.users.find(into)
  if (!survivor) throw invalid('into', 'This account does not exist.')
  if (survivor.merged || !survivor.active) throw invalid('into', `${survivor.name}’s account is not active.`)
  if (!survivor.email)
    throw invalid('into', `${survivor.name}’s account has no address yet. Merge it into the other one.`)
  return survivor
}

async function endRole(desk: Desk, id: string, by: By) {
  await assertAnotherAdmin(desk, id)
  const ended = await changeUser(desk, id, (user) => {
    const changes = [{ field: 'role', from: user.role, to: 'user' }]
    const event = auditEffect({ ...by, action: 'account-changed', about: aboutUser(user), changes })
    return { set: { role: 'user' }, effects: [event] }
  })
  await writeAuditNow(desk, ended)
  await restoreIfLast(desk, id)
}
