import type { Desk } from '../../desk.ts'
import { repeatedly } from '../../repeatedly.ts'
import { changeUser } from '../change-user.ts'
import type { User } from '../user.ts'
import { dutyChange } from './duty-change.ts'

const lookEveryMs = 15_000

type FollowingDesk = Pick<Desk, 'users' | 'relay' | 'now' | 'log'>

/** Takes people on and off duty whose shift or absence begins or ends, or whose duty by hand has ended. @returns how many */
export async function followSchedules(desk: FollowingDesk): Promise<number> {
  const due = await desk.users.dutiesDue(desk.now())
  for (const { _id } of due)
    await changeUser(desk, _id, (user) =>
      // They may have changed it since.
      isDue(user, desk.now()) ? dutyChange(user, desk.now()) : null,
    )
  return due.length
}

const isDue = ({ dutyEndsAt, dutyChangesAt }: User, now: Date) =>
  [dutyEndsAt, dutyChangesAt].some((time) => time && time <= now)

/** Follows schedules within 15 s. Safe in several processes. @returns stops it */
export const startFollowingSchedules = (desk: FollowingDesk) =>
  repeatedly(
    () => followSchedules(desk),
    lookEveryMs,
    (error) => desk.log.debug({ reason: error.message }, 'duties could not be changed; next try in 15 s'),
  )
