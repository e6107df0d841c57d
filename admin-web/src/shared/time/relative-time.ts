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

/** "3 hours", "1 day", "less than a minute". @param since ISO 8601 @param now milliseconds */
export function durationSince(since: string, now: number): string {
  const seconds = (now - new Date(since).getTime()) / 1000
  const step = steps.find(([, size]) => seconds >= size)
  if (!step) return 'less than a minute'
  const [unit, size] = step
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.trunc(seconds / size),
  )
}

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' })

/** "Monday 3 March 2025 at 14:05:09 CET", as the reader's browser writes times. */
export const exactTime = (at: string) => exact.format(new Date(at))
