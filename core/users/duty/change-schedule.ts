import { z } from 'zod'
import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser, changesOf } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { forbidden } from '../../errors.ts'
import { auditEffect, writeAuditNow } from '../../outbox/audit.ts'
import { changeUser } from '../change-user.ts'
import type { Actor, User } from '../user.ts'
import { dutyChange } from './duty-change.ts'
import { type DutySchedule, dutyScheduleSchema } from './duty-schedule.ts'

export const changeScheduleSchema = z.strictObject({
  schedule: dutyScheduleSchema.nullable().describe('null: on and off duty by hand only'),
})

/**
 * Replaces somebody's shifts and absences: moderators and admins their own, admins those of all staff. It counts at once,
 * also against what was chosen by hand.
 * @throws forbidden; not-found
 */
export async function changeSchedule(
  desk: Desk,
  actor: Actor,
  { id, schedule }: { id: string; schedule: DutySchedule | null },
  origin: Origin,
): Promise<User> {
  const isOwn = id === actor._id && actor.role !== 'user'
  if (!isOwn && actor.role !== 'admin') throw forbidden('Only admins can change the shifts of others.')
  const changed = await changeUser(desk, id, (user) => {
    if (user.role === 'user') throw forbidden('Only moderators and admins have shifts.')
    const dutySchedule = schedule ?? undefined
    const changes = changesOf(inWords(user.dutySchedule), inWords(dutySchedule))
    if (changes.length === 0) return null
    const { set, unset = [] } = dutyChange({ onDuty: user.onDuty, dutySchedule }, desk.now())
    const event = { actor, action: 'account-changed', about: aboutUser(user), origin, changes } as const
    return {
      set: { ...set, ...(dutySchedule ? { dutySchedule } : {}) },
      unset: [...unset, ...(dutySchedule ? [] : (['dutySchedule'] as const))],
      effects: [auditEffect(event)],
    }
  })
  await writeAuditNow(desk, changed)
  desk.sessionCache.forget()
  return changed
}

/** As the audit log keeps it. Null: there are none. */
const inWords = (schedule: DutySchedule | undefined) => ({
  shifts: schedule?.shifts.length
    ? `${schedule.shifts.map(({ days, from, to }) => `${days.join(' ')} ${from}–${to}`).join('; ')} (${schedule.timeZone})`
    : null,
  absences: schedule?.absences.map(({ from, to }) => `${from}–${to}`).join('; ') || null,
})
