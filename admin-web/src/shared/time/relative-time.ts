const steps: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** English, as the sentences that it is part of. */
const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** "5 minutes ago", "yesterday", "just now". @param at ISO 8601 @param now milliseconds */
export function relativeTime(at: string, now: number): string {
  const seconds = (new Date(at).getTime() - now) / 1000
  const step = steps.find(([, size]) => Math.abs(seconds) >= size)
  return step ? words.format(Math.trunc(seconds / step[1]), step[0]) : 'just now'
}

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' })

/** "Monday 3 March 2025 at 14:05:09 CET", as the reader's browser writes times. */
export const exactTime = (at: string) => exact.format(new Date(at))
