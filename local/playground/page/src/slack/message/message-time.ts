import { relativeDay } from '../text/slack-date.ts'

/** A message's `ts` as a date: seconds since 1970, with a fraction that makes it unique. */
export const dateOf = (ts: string) => new Date(Number(ts) * 1000)

export const clockOf = (ts: string) =>
  dateOf(ts).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })

/** The words of the line between days. */
export function dayOf(ts: string, now: Date): string {
  const at = dateOf(ts)
  return (
    relativeDay(at, now) ?? at.toLocaleDateString('en-US', { weekday: 'long', month: 'long', day: 'numeric' })
  )
}

const sameAuthorSeconds = 300

type Posted = { ts: string; user: string; is_ephemeral?: true }

/** Slack shows the author once for messages within five minutes of each other. */
export const isGroupedWith = (message: Posted, before: Posted | undefined) =>
  before !== undefined &&
  before.user === message.user &&
  !before.is_ephemeral &&
  Number(message.ts) - Number(before.ts) < sameAuthorSeconds &&
  dateOf(message.ts).toDateString() === dateOf(before.ts).toDateString()
