const formats: Record<string, Intl.DateTimeFormatOptions> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long_full: { year: 'numeric', month: 'long', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
}

/**
 * A date as Slack shows it to its reader: https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 * @param format text with tokens such as `{date_short_pretty}`
 */
export function slackDate(seconds: number, format: string, now: Date): string {
  const at = new Date(seconds * 1000)
  return format.replace(/\{(\w+)\}/g, (token, name: string, offset: number) => {
    if (name === 'ago') return ago(seconds, now)
    const pretty = name.endsWith('_pretty') && relativeDay(at, now)
    const options = formats[name.replace(/_pretty$/, '')]
    if (pretty) return offset > 0 ? pretty.toLowerCase() : pretty
    return options ? at.toLocaleString('en-US', options) : token
  })
}

const days = [
  [0, 'Today'],
  [-1, 'Yesterday'],
  [1, 'Tomorrow'],
] as const

/** Today and the days beside it in words. Undefined: another day. */
export function relativeDay(at: Date, now: Date): string | undefined {
  return days.find(([offset]) => {
    const day = new Date(now)
    day.setDate(now.getDate() + offset)
    return day.toDateString() === at.toDateString()
  })?.[1]
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** "3 minutes ago", in the largest unit that fits. */
export function ago(seconds: number, now: Date): string {
  const past = Math.max(0, now.getTime() / 1000 - seconds)
  const [unit, size] = units.find(([, length]) => past >= length) ?? []
  if (!unit || !size) return 'just now'
  return new Intl.RelativeTimeFormat('en').format(-Math.floor(past / size), unit)
}
