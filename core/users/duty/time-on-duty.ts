import { type DutySettings, dutyAt } from './duty-at.ts'

const maxMs = 30 * 24 * 3_600_000

/** @property until when to look again at the latest; null: nothing changes by itself */
type Coverage = { isCovered: boolean; until: Date | null }

/**
 * Whether anybody is on duty then, and until when that is sure.
 * @param enough no answer needs to reach farther
 */
function coverageAt(staff: DutySettings[], at: Date, enough: Date): Coverage {
  let covered: Date | undefined
  let next: Date | null = null
  for (const one of staff) {
    const { onDuty, changesAt } = dutyAt(one, at)
    if (onDuty && (!changesAt || changesAt >= enough)) return { isCovered: true, until: changesAt }
    if (onDuty && changesAt && (!covered || changesAt > covered)) covered = changesAt
    if (changesAt && (!next || changesAt < next)) next = changesAt
  }
  return covered ? { isCovered: true, until: covered } : { isCovered: false, until: next }
}

/** How long at least one of them is on duty within that time, as far as is known today. @returns milliseconds */
export function timeOnDuty(staff: DutySettings[], from: Date, to: Date): number {
  let sum = 0
  for (let at = from; at < to; ) {
    const { isCovered, until } = coverageAt(staff, at, to)
    const end = until && until < to ? until : to
    if (isCovered) sum += end.getTime() - at.getTime()
    at = end
  }
  return sum
}

/**
 * When at least one of them will have been on duty for that long.
 * @returns null: not within 30 days, as far as is known today
 */
export function addTimeOnDuty(staff: DutySettings[], from: Date, ms: number): Date | null {
  const horizon = new Date(from.getTime() + maxMs)
  let left = ms
  for (let at = from; at < horizon; ) {
    const done = new Date(at.getTime() + left)
    const { isCovered, until } = coverageAt(staff, at, done)
    if (isCovered && (!until || until >= done)) return done
    if (!until) return null
    if (isCovered) left -= until.getTime() - at.getTime()
    at = until
  }
  return null
}
