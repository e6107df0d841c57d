import { dateAtClock, localDay, weekdayOf } from '../preferences/local-time.ts'
import { weekdays } from '../preferences/preferences.ts'
import type { Absence, DutySchedule, Shift } from './duty-schedule.ts'

/**
 * What decides whether somebody is on duty.
 * @property onDuty what was last chosen by hand, or followed from the schedule
 * @property dutyEndsAt until when that holds; absent: by the schedule, or without shifts, until they say so
 */
export type DutySettings = {
  onDuty: boolean
  dutyEndsAt?: Date | undefined
  dutySchedule?: DutySchedule | undefined
}

/** @property changesAt when to look again at the latest; null: it only changes by hand */
export type Duty = { onDuty: boolean; changesAt: Date | null }

const dayMs = 24 * 3_600_000
const daysAhead = 8

/** An absence comes before everything, what was chosen by hand before the shifts. Pure: depends on nothing else. */
export function dutyAt({ onDuty, dutyEndsAt, dutySchedule }: DutySettings, now: Date): Duty {
  const { shifts = [], absences = [], timeZone = 'UTC' } = dutySchedule ?? {}
  const away = absences.map((absence) => periodOf(absence, timeZone))
  const absent = away.find(contains(now))
  if (absent) return { onDuty: false, changesAt: absent.end }
  const nextAway = startsAfter(now, away)
  if (dutyEndsAt && dutyEndsAt > now) return { onDuty, changesAt: earliest(dutyEndsAt, nextAway) }
  if (shifts.length === 0) return { onDuty: onDuty && !dutyEndsAt, changesAt: nextAway }
  const byShift = shiftsAt(shifts, timeZone, now)
  return { ...byShift, changesAt: earliest(byShift.changesAt, nextAway) }
}

export const isOnDuty = (person: DutySettings, now: Date): boolean => dutyAt(person, now).onDuty

/** When the absence ends that they are in. Null: they are not absent. */
export function absentUntil({ dutySchedule }: Pick<DutySettings, 'dutySchedule'>, now: Date): Date | null {
  const { absences = [], timeZone = 'UTC' } = dutySchedule ?? {}
  return absences.map((one) => periodOf(one, timeZone)).find(contains(now))?.end ?? null
}

/** The end of the shift that they are in, or the start of the next one. Null: they have no shifts. */
export const nextShiftChange = (
  { dutySchedule }: Pick<DutySettings, 'dutySchedule'>,
  now: Date,
): Date | null => (dutySchedule ? shiftsAt(dutySchedule.shifts, dutySchedule.timeZone, now).changesAt : null)

type Period = { start: Date; end: Date }

const contains =
  (at: Date) =>
  ({ start, end }: Period) =>
    start <= at && at < end

const earliest = (...times: (Date | null)[]): Date | null =>
  times.reduce<Date | null>((first, time) => (!first || (time && time < first) ? time : first), null)

const startsAfter = (at: Date, periods: Period[]) =>
  earliest(...periods.flatMap(({ start }) => (start > at ? [start] : [])))

const dayOf = (date: string) => Date.parse(date) / dayMs

const periodOf = ({ from, to }: Absence, timeZone: string): Period => ({
  start: dateAtClock(dayOf(from), '00:00', timeZone),
  end: dateAtClock(dayOf(to) + 1, '00:00', timeZone),
})

/** A night shift may have begun the day before. */
function shiftsAt(shifts: Shift[], timeZone: string, now: Date): Duty {
  const today = localDay(now, timeZone)
  const days = Array.from({ length: daysAhead + 1 }, (_, index) => today - 1 + index)
  const periods = days.flatMap((day) => shifts.flatMap((shift) => begunOn(day, shift, timeZone)))
  const current = periods.filter(contains(now)).sort((a, b) => b.end.getTime() - a.end.getTime())[0]
  return current
    ? { onDuty: true, changesAt: current.end }
    : { onDuty: false, changesAt: startsAfter(now, periods) }
}

function begunOn(day: number, { days, from, to }: Shift, timeZone: string): Period[] {
  const weekday = weekdays[weekdayOf(day)]
  if (!weekday || !days.includes(weekday)) return []
  const lastDay = to <= from ? day + 1 : day
  return [{ start: dateAtClock(day, from, timeZone), end: dateAtClock(lastDay, to, timeZone) }]
}
