import type { Fault } from './faults.ts'
import type { Arguments } from './methods/arguments.ts'

/** @property perSecond messages that a channel takes @property burst how many at once */
export type MessagePace = { perSecond: number; burst: number }

/**
 * Refuses messages that come too fast for their channel, by a 429. Slack takes about one a second and a few at once:
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
export function createMessagePace(pace: MessagePace | undefined, now: () => number = Date.now) {
  const channels = new Map<string, { left: number; at: number }>()

  return function take(method: string, { channel }: Arguments): Fault | undefined {
    if (!pace || method !== 'chat.postMessage') return undefined
    const { perSecond, burst } = pace
    const before = channels.get(String(channel)) ?? { left: burst, at: now() }
    const left = Math.min(burst, before.left + ((now() - before.at) / 1_000) * perSecond)
    const isTaken = left >= 1
    channels.set(String(channel), { left: isTaken ? left - 1 : left, at: now() })
    return isTaken ? undefined : { method, status: 429, retryAfter: Math.ceil((1 - left) / perSecond) }
  }
}
