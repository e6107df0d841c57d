import type { UserChange } from '../user-store.ts'
import { type DutySettings, dutyAt } from './duty-at.ts'

/** What to store for somebody whose duty is decided by this from now on. A time that has passed is dropped. */
export function dutyChange(person: DutySettings, now: Date): UserChange {
  const { onDuty, changesAt } = dutyAt(person, now)
  const ends = person.dutyEndsAt && person.dutyEndsAt > now ? person.dutyEndsAt : undefined
  const changes = person.dutySchedule ? changesAt : null
  return {
    set: {
      onDuty,
      ...(ends ? { dutyEndsAt: ends } : {}),
      ...(changes ? { dutyChangesAt: changes } : {}),
    },
    unset: [...(ends ? [] : ['dutyEndsAt' as const]), ...(changes ? [] : ['dutyChangesAt' as const])],
  }
}
