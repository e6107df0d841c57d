import type { Link } from 'mdast'
import { link, text } from './tree.ts'

/**
 * How a moment is shown, in Discord's letters: `t` and `T` the time, `d` and `D` the date, `f` and `F` both, `R` how long
 * until or since then. https://discord.com/developers/docs/reference#message-formatting-timestamp-styles
 */
export const timeStyles = ['t', 'T', 'd', 'D', 'f', 'F', 'R'] as const
export type TimeStyle = (typeof timeStyles)[number]

/** @property seconds since 1970 */
export type Time = { seconds: number; style: TimeStyle }

/** The latest moment that JavaScript and Discord know, in seconds. */
const latest = 8_640_000_000_000

/**
 * A moment that every surface shows in its reader's time zone. Stored Markdown keeps it as a link to `time:<seconds>:<style>`,
 * whose words are for plain text. Null: no date is that far away.
 */
export function timeLink(seconds: number, style: string | undefined): Link | null {
  if (Math.abs(seconds) > latest) return null
  const known = timeStyles.find((one) => one === style) ?? 'f'
  return link(`time:${seconds}:${known}`, [text(inUtc(seconds))])
}

const inUtc = (seconds: number) =>
  `${new Date(seconds * 1_000).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** The moment that a link of stored Markdown stands for. Undefined: it leads somewhere. */
export function timeOf(url: string): Time | undefined {
  const [, seconds, style] = /^time:(-?\d{1,13}):([tTdDfFR])$/.exec(url) ?? []
  if (!seconds || Math.abs(Number(seconds)) > latest) return undefined
  return { seconds: Number(seconds), style: style as TimeStyle }
}
