import { z } from 'zod'
import type { Origin } from '../audit/audit-entry.ts'
import { aboutUser, changesOf } from '../audit/record-audit-event.ts'
import { listedNames } from '../catalog/names.ts'
import type { Desk } from '../desk.ts'
import { conflict, forbidden } from '../errors.ts'
import { auditEffect, writeAuditNow } from '../outbox/audit.ts'
import { changeUser } from './change-user.ts'
import { decideDutyByHand } from './duty/change-duty.ts'
import { assertAnotherAdmin, restoreIfLast } from './last-admin.ts'
import { leaveStaff, leaveStaffEffects } from './leave-staff.ts'
import { renameEffects } from './rename-effects.ts'
import { endSessionsOf, signOutEffect } from './sign-in/end-session.ts'
import { type Actor, languageListSchema, nameSchema, roles, skillSchema, type User } from './user.ts'

export const updateUserSchema = z.strictObject({
  id: z.string(),
  name: nameSchema.optional(),
  role: z.enum(roles).optional(),
  active: z.boolean().optional(),
  skills: z.array(skillSchema).max(50).optional(),
  languages: languageListSchema.optional(),
  capacity: z.number().int().min(0).max(500).optional(),
  onDuty: z.boolean().optional(),
  discord: z
    .string()
    .regex(/^\d{17,20}$/, 'A Discord user id is 17 to 20 digits.')
    .nullable()
    .optional(),
})
export type UpdateUser = z.infer<typeof updateUserSchema>

/**
 * Changes an account. A new role or a deactivation ends the person's sessions, and whoever leaves the staff loses claims
 * and watches. All changes count at their next request.
 * @throws forbidden unless admin; not-found; conflict for the last admin
 */
export async function updateUser(desk: Desk, actor: Actor, input: UpdateUser, origin: Origin): Promise<User> {
  if (actor.role !== 'admin') throw forbidden('Only admins can change accounts.')
  const losesAdmin = (input.role !== undefined && input.role !== 'admin') || input.active === false
  if (losesAdmin) await assertAnotherAdmin(desk, input.id)
  const lists = await desk.catalog.read()
  let ended = false
  const changed = await changeUser(desk, input.id, (user) => {
    if (user.merged) throw conflict('This account is merged into another one.')
    const { id: _, discord, ...rest } = input
    const skills =
      input.skills && listedNames(lists.skills, input.skills, { field: 'skills', had: user.skills })
    const set = Object.fromEntries(
      Object.entries({ ...rest, skills }).filter(([, value]) => value !== undefined),
    )
    ended = (input.role ?? user.role) !== user.role || (input.active ?? user.active) !== user.active
    const changes = changesOf(user, discord === undefined ? set : { ...set, discord: discord ?? undefined })
    const event = { actor, action: 'account-changed', about: aboutUser(user), origin, changes } as const
    const duty =
      input.onDuty === undefined ? null : decideDutyByHand(user, input.onDuty, undefined, desk.now())
    return {
      set: { ...set, ...duty?.set, ...(discord ? { discord } : {}) },
      unset: [...(discord === null ? (['discord'] as const) : []), ...(duty?.unset ?? [])],
      effects: [
        ...(changes.length > 0 ? [auditEffect(event)] : []),
        ...(ended ? [signOutEffect()] : []),
        ...leaveStaffEffects(user, { ...user, ...set }),
        ...renameEffects(user, input.name),
      ],
    }
  })
  await writeAuditNow(desk, changed)
  if (losesAdmin) await restoreIfLast(desk, changed._id)
  if (ended) await leaveStaff(desk, changed._id)
  if (input.discord === null) await desk.users.dropOlderHandles(changed._id, 'discord')
  if (ended) await endSessionsOf(desk, changed._id)
  else desk.sessionCache.forget()
  if (!changed.active) await desk.links.removeAllOf(changed._id)
  return changed
}
