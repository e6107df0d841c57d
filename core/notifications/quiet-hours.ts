import { atClock, localDay, weekdayOf } from '../users/preferences/local-time.ts'
import { type Preferences, type QuietHours, weekdays } from '../users/preferences/preferences.ts'

/** Quiet hours can follow each other without a gap this many times. */
const longestRow = 8

/** When the quiet hours around a moment end; null: it is in none. */
export function quietUntil(
  at: Date,
  { quietHours, timeZone }: Pick<Preferences, 'quietHours' | 'timeZone'>,
): Date | null {
  if (!quietHours) return null
  let end = endOf(at, quietHours, timeZone)
  for (let row = 1; end && row < longestRow; row++) {
    const next = endOf(end, quietHours, timeZone)
    if (!next) return end
    end = next
  }
  return end
}

/** Quiet hours may have begun the day before. */
function endOf(at: Date, { from, to, days }: QuietHours, timeZone: string): Date | null {
  const today = localDay(at, timeZone)
  for (const day of [today - 1, today]) {
    const weekday = weekdays[weekdayOf(day)]
    if (!weekday || !days.includes(weekday)) continue
    const start = atClock(day, from, timeZone)
    const end = atClock(to <= from ? day + 1 : day, to, timeZone)
    if (start <= at && at < end) return end
  }
  return null
}

/** When the next digest goes out: later than `at`. */
export function nextDigest(at: Date, { digest, timeZone }: Pick<Preferences, 'digest' | 'timeZone'>): Date {
  const today = localDay(at, timeZone)
  const [first, second] = [atClock(today, digest.at, timeZone), atClock(today + 1, digest.at, timeZone)]
  return first > at ? first : second
}
