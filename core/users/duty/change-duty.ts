import type { Desk } from '../../desk.ts'
import { conflict, forbidden } from '../../errors.ts'
import { changeUser } from '../change-user.ts'
import type { Actor, User } from '../user.ts'
import type { UserChange } from '../user-store.ts'
import { absentUntil, nextShiftChange } from './duty-at.ts'
import { dutyChange } from './duty-change.ts'

/**
 * Goes on or off duty: the desk assigns new tickets to people on duty. Somebody with shifts stays so until their next
 * shift begins or this one ends.
 * @param until when the duty ends by itself @throws forbidden unless moderator or admin; conflict while they are absent
 */
export async function changeDuty(desk: Desk, actor: Actor, onDuty: boolean, until?: Date): Promise<User> {
  if (actor.role === 'user') throw forbidden('Only moderators and admins can go on duty.')
  const changed = await changeUser(desk, actor._id, (user) =>
    decideDutyByHand(user, onDuty, until, desk.now()),
  )
  desk.sessionCache.forget()
  return changed
}

/** @throws conflict: an absence must be ended first */
export function decideDutyByHand(
  user: User,
  onDuty: boolean,
  until: Date | undefined,
  now: Date,
): UserChange | null {
  if (onDuty && absentUntil(user, now)) throw conflict('You are absent today. Change your absences first.')
  const ends = until ?? nextShiftChange(user, now) ?? undefined
  return user.onDuty === onDuty && user.dutyEndsAt?.getTime() === ends?.getTime()
    ? null
    : dutyChange({ ...user, onDuty, dutyEndsAt: ends }, now)
}
