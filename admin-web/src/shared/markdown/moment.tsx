import type { Time } from '../../../../core/rich-text/time.ts'
import { exactTime } from '../time/relative-time.ts'
import { TimeAgo } from '../time/time-ago.tsx'

const formats: Record<Exclude<Time['style'], 'R'>, Intl.DateTimeFormat> = {
  t: new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }),
  T: new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }),
  d: new Intl.DateTimeFormat(undefined, { dateStyle: 'short' }),
  D: new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }),
  f: new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' }),
  F: new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' }),
}

/** A moment that somebody named on Discord, in the reader's time zone. */
export function Moment({ time: { seconds, style } }: { time: Time }) {
  const at = new Date(seconds * 1_000)
  if (style === 'R') return <TimeAgo at={at.toISOString()} />
  return (
    <time dateTime={at.toISOString()} title={exactTime(at.toISOString())}>
      {formats[style].format(at)}
    </time>
  )
}
