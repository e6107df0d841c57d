import { dateAtClock, localDay, weekdayOf } from '../../users/preferences/local-time.ts'
import { type Preferences, type QuietHours, weekdays } from '../../users/preferences/preferences.ts'

/** How many quiet periods in a row are followed when one begins as another ends. */
const maxPeriods = 8

/** When the quiet hours at this time end; null: it is outside of them. */
export function quietUntil(
  at: Date,
  { quietHours, timeZone }: Pick<Preferences, 'quietHours' | 'timeZone'>,
): Date | null {
  if (!quietHours) return null
  let end = endOf(at, quietHours, timeZone)
  for (let row = 1; end && row < maxPeriods; row++) {
    const next = endOf(end, quietHours, timeZone)
    if (!next) return end
    end = next
  }
  return end
}

/** The end of the quiet period that contains this time. It may have begun the day before. */
function endOf(at: Date, { from, to, days }: QuietHours, timeZone: string): Date | null {
  const today = localDay(at, timeZone)
  for (const day of [today - 1, today]) {
    const weekday = weekdays[weekdayOf(day)]
    if (!weekday || !days.includes(weekday)) continue
    const start = dateAtClock(day, from, timeZone)
    const end = dateAtClock(to <= from ? day + 1 : day, to, timeZone)
    if (start <= at && at < end) return end
  }
  return null
}

/** When the next digest is sent, later than `at`. */
export function nextDigest(at: Date, { digest, timeZone }: Pick<Preferences, 'digest' | 'timeZone'>): Date {
  const today = localDay(at, timeZone)
  const [first, second] = [
    dateAtClock(today, digest.at, timeZone),
    dateAtClock(today + 1, digest.at, timeZone),
  ]
  return first > at ? first : second
}
