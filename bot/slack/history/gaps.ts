import type { IncomingMessage } from '../events/read-message.ts'

/**
 * Slack repeats an event for the last time after five minutes. A gap is over sooner, so that nothing is given up because
 * of an earlier message that can't be stored: https://docs.slack.dev/apis/events-api#retries
 */
const openMs = 4 * 60_000
const repeatedMs = 5 * 60_000
/** What was sent just before the connection was lost may not have been acknowledged. */
const overlapMs = 60_000

/** In ms since 1970. @property from messages since then may be missing @property until when that is taken into account */
type Gap = { from: number; until: number }
type Message = Pick<IncomingMessage, 'channel' | 'thread' | 'ts'>

export type Gaps = ReturnType<typeof createGaps>

/**
 * Knows in which threads messages may be missing that Slack has yet to repeat: in all of them after the connection was
 * lost, and in one after a message could not be stored.
 * @param now in ms since 1970
 */
export function createGaps(now: () => number) {
  // Slack may still repeat what an earlier process missed.
  let everywhere: Gap = { from: now() - repeatedMs, until: Number.POSITIVE_INFINITY }
  /** threads without that gap */
  const complete = new Set<string>()
  const inThread = new Map<string, Gap>()

  const isOpen = ({ until }: Gap) => now() < until

  function lost() {
    const from = now() - overlapMs
    everywhere = {
      from: isOpen(everywhere) ? Math.min(everywhere.from, from) : from,
      until: Number.POSITIVE_INFINITY,
    }
    complete.clear()
  }

  function connected() {
    everywhere.until = now() + openMs
  }

  /** Call it when Slack will repeat a message, because it could not be stored. */
  function failed(message: Message) {
    for (const [thread, gap] of inThread) if (!isOpen(gap)) inThread.delete(thread)
    const thread = threadOf(message)
    if (!inThread.has(thread)) inThread.set(thread, { from: msOf(message), until: now() + openMs })
  }

  /**
   * @returns since when messages may be missing that were written in its thread before a message. `isCertain`: one is,
   * because it could not be stored. Null: none are
   */
  function before(message: Message): { from: number; isCertain: boolean } | null {
    const thread = threadOf(message)
    const failure = inThread.get(thread)
    const gaps = [...(complete.has(thread) ? [] : [everywhere]), failure ?? []].flat().filter(isOpen)
    const from = Math.min(...gaps.map((gap) => gap.from))
    return from < msOf(message) ? { from, isCertain: failure !== undefined && gaps.includes(failure) } : null
  }

  /** Call it when nothing is missing before a message. */
  function filled(message: Message) {
    const thread = threadOf(message)
    if (isOpen(everywhere)) complete.add(thread)
    inThread.delete(thread)
  }

  return { lost, connected, failed, before, filled }
}

const threadOf = ({ channel, thread }: Message) => `${channel}:${thread}`
const msOf = ({ ts }: Message) => Number(ts) * 1_000
