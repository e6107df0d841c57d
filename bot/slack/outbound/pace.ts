import { WebAPIRateLimitedError } from '@slack/web-api'
import { LRUCache } from 'lru-cache'
import PQueue from 'p-queue'
import { NotSentYet } from '../../../core/provider-errors.ts'

/** Slack lets a channel have a few messages at once: https://docs.slack.dev/apis/web-api/rate-limits */
const burst = 3
/** A waiting message occupies one of the tasks that run side by side, so only a few may wait. */
const maxWaitingInChannel = 2
const maxWaiting = 10
const maxReturnMs = 60_000
/** Long enough to outlive what Slack remembers. */
const idleMs = 10 * 60_000

/** @property closedUntil ms; by then Slack takes messages again @property returnAt ms; when the last one to be sent away may return */
type Channel = { queue: PQueue; closedUntil: number; returnAt: number }

export type Pace = ReturnType<typeof createPace>

/**
 * Sends at the pace that Slack allows in each channel. A few messages wait for their turn; the others are to be tried
 * again later, so that a busy channel holds up no other. After a 429, the whole channel waits for Retry-After.
 * @param perSecond messages in one channel
 */
export function createPace({ perSecond, now = Date.now }: { perSecond: number; now?: () => number }) {
  const turnMs = 1_000 / perSecond
  const channels = new LRUCache<string, Channel>({
    max: 10_000,
    ttl: idleMs,
    updateAgeOnGet: true,
    memoMethod: () => ({
      queue: new PQueue({ concurrency: 1, interval: burst * turnMs, intervalCap: burst, strict: true }),
      closedUntil: 0,
      returnAt: 0,
    }),
  })
  let waiting = 0

  function assertOpen({ closedUntil }: Channel) {
    const waitMs = closedUntil - now()
    if (waitMs > 0) throw new NotSentYet('Slack: rate limited', waitMs)
  }

  /** Messages that are sent away return at different times, or they would all come back at once. */
  function assertRoom(channel: Channel) {
    if (channel.queue.size < maxWaitingInChannel && waiting < maxWaiting) return
    channel.returnAt = Math.max(channel.returnAt, now() + channel.queue.size * turnMs) + turnMs
    const waitMs = Math.min(channel.returnAt - now(), maxReturnMs)
    throw new NotSentYet('Slack: many messages for one channel', waitMs)
  }

  async function attempt<Sent>(channel: Channel, send: () => Promise<Sent>): Promise<Sent> {
    assertOpen(channel)
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof WebAPIRateLimitedError)) throw error
      const waitMs = error.retryAfter * 1_000
      channel.closedUntil = now() + waitMs
      throw new NotSentYet('Slack: rate limited', waitMs)
    }
  }

  /** @param send makes one call, which sends one message @throws NotSentYet; what `send` throws */
  return async function inTurn<Sent>(id: string, send: () => Promise<Sent>): Promise<Sent> {
    const channel = channels.memo(id)
    assertOpen(channel)
    assertRoom(channel)
    waiting += 1
    return channel.queue.add(() => {
      waiting -= 1
      return attempt(channel, send)
    })
  }
}
