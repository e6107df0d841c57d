import { invalid } from '../../errors.ts'
import { dateAtClock, localDay } from '../preferences/local-time.ts'

const hourMs = 3_600_000
const maxMs = 24 * hourMs
const howTo = 'Give a time of day such as 17:30, or a length of up to 24 hours such as 2h or 90m.'

/**
 * When a duty ends, as a person types it: "17:30" is the next time their clock shows that, "2h" and "90m" begin now.
 * @param timeZone IANA name @throws invalid
 */
export function dutyEnd(text: string, now: Date, timeZone: string): Date {
  const [, amount, unit] = /^(\d{1,4})\s*(h|m)$/i.exec(text.trim()) ?? []
  if (amount && unit) return afterLength(Number(amount) * (unit.toLowerCase() === 'h' ? hourMs : 60_000), now)
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) throw invalid('time', howTo)
  const today = localDay(now, timeZone)
  const clock = `${hours.padStart(2, '0')}:${minutes}`
  const end = dateAtClock(today, clock, timeZone)
  return end > now ? end : dateAtClock(today + 1, clock, timeZone)
}

function afterLength(ms: number, now: Date): Date {
  if (ms === 0 || ms > maxMs) throw invalid('time', howTo)
  return new Date(now.getTime() + ms)
}
