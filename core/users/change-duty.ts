import type { Desk } from '../desk.ts'
import { forbidden } from '../errors.ts'
import { changeUser } from './change-user.ts'
import type { Actor, User } from './user.ts'

/**
 * Goes on or off duty: the desk assigns new tickets to people on duty.
 * @param until when the duty ends by itself @throws forbidden unless moderator or admin
 */
export async function changeDuty(desk: Desk, actor: Actor, onDuty: boolean, until?: Date): Promise<User> {
  if (actor.role === 'user') throw forbidden('Only moderators and admins can go on duty.')
  const changed = await changeUser(desk, actor._id, (user) =>
    user.onDuty === onDuty && user.dutyEndsAt?.getTime() === until?.getTime()
      ? null
      : { set: { onDuty, ...(until ? { dutyEndsAt: until } : {}) }, unset: until ? [] : ['dutyEndsAt'] },
  )
  desk.sessionCache.forget()
  return changed
}
