const dayMs = 24 * 3_600_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** Making one costs a hundred times as much as using it; there are some 600 time zones. */
function formatOf(timeZone: string) {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

/** Rules out offsets such as "+02:00", which runtimes take, too. They know no daylight saving time. */
export const timeZonePattern = /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/

/** An IANA name in any case, e.g. "Europe/Berlin" or "UTC". */
export function isTimeZone(name: string): boolean {
  if (!timeZonePattern.test(name)) return false
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

/** The local date and time in that zone, encoded as if it were UTC. @returns milliseconds */
function wallClock(at: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const offsetAt = (at: number, timeZone: string) => wallClock(at, timeZone) - Math.floor(at / 1_000) * 1_000

/**
 * The instant at which a local clock shows this. A time that occurs twice, because clocks go back, means the first. A
 * time that is skipped, because clocks go forward, moves later by the amount skipped.
 * @param wall local time as `wallClock` encodes it
 */
function instantOf(wall: number, timeZone: string): number {
  const [before, after] = [offsetAt(wall - dayMs, timeZone), offsetAt(wall + dayMs, timeZone)]
  const fitting = [before, after].find((offset) => offsetAt(wall - offset, timeZone) === offset)
  return wall - (fitting ?? before)
}

/** The local date as a number that grows by one each day. */
export const localDay = (at: Date, timeZone: string) => Math.floor(wallClock(at.getTime(), timeZone) / dayMs)

/** Monday is 0. */
export const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7

/** @param clock HH:MM */
export function dateAtClock(day: number, clock: string, timeZone: string): Date {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return new Date(instantOf(day * dayMs + (hours * 60 + minutes) * 60_000, timeZone))
}

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** @returns e.g. "Tue 22:15" */
export const clockAt = (at: Date, timeZone: string) =>
  `${weekdayNames[weekdayOf(localDay(at, timeZone))]} ${new Date(wallClock(at.getTime(), timeZone)).toISOString().slice(11, 16)}`
