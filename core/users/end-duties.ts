import type { Desk } from '../desk.ts'
import { repeatedly } from '../repeatedly.ts'
import { changeUser } from './change-user.ts'

const lookEveryMs = 15_000

type EndingDesk = Pick<Desk, 'users' | 'relay' | 'now' | 'log'>

/** Takes people off duty whose duty has ended. @returns how many */
export async function endDuties(desk: EndingDesk): Promise<number> {
  const ended = await desk.users.dutiesEnded(desk.now())
  for (const { _id } of ended)
    await changeUser(desk, _id, ({ dutyEndsAt }) =>
      // They may have gone on duty again since.
      dutyEndsAt && dutyEndsAt <= desk.now() ? { set: { onDuty: false }, unset: ['dutyEndsAt'] } : null,
    )
  return ended.length
}

/** Ends duties within 15 s. Safe in several processes. @returns stops it */
export const startEndingDuties = (desk: EndingDesk) =>
  repeatedly(
    () => endDuties(desk),
    lookEveryMs,
    (error) => desk.log.debug({ reason: error.message }, 'duties could not be ended; next try in 15 s'),
  )
