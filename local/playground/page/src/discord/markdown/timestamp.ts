const long = { year: 'numeric', month: 'long', day: 'numeric' } as const
const time = { hour: 'numeric', minute: '2-digit' } as const

const formats: Record<string, Intl.DateTimeFormatOptions> = {
  t: time,
  T: { ...time, second: '2-digit' },
  d: { year: 'numeric', month: 'numeric', day: 'numeric' },
  D: long,
  f: { ...long, ...time },
  F: { ...long, ...time, weekday: 'long' },
}

/**
 * `<t:…:R>` and the like, as their reader sees them.
 * https://discord.com/developers/docs/reference#message-formatting-timestamp-styles
 */
export function discordTimestamp(seconds: number, format: string | undefined, now: Date): string {
  if (format === 'R') return relative(seconds - now.getTime() / 1000)
  return new Date(seconds * 1000).toLocaleString('en-US', formats[format ?? 'f'] ?? formats.f)
}

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** How long ago something was, e.g. "2 hours ago". */
export const timeSince = (at: Date, now: Date) => relative((at.getTime() - now.getTime()) / 1_000)

function relative(seconds: number): string {
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1]
  const count = Math.sign(seconds) * Math.round(Math.abs(seconds) / size)
  return new Intl.RelativeTimeFormat('en').format(count, unit)
}

/** When a message was sent: the time if it was today, else the date with it. */
export function sentAt(iso: string, now: Date): string {
  const at = new Date(iso)
  const clock = at.toLocaleTimeString('en-US', time)
  if (at.toDateString() === now.toDateString()) return clock
  return `${at.toLocaleDateString('en-US', { month: 'numeric', day: 'numeric', year: '2-digit' })}, ${clock}`
}
