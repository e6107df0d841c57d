import type { OutboxQueue } from '../outbox/entry.ts'
import { RetryLater, RetryThisLater } from '../provider-errors.ts'

/** Queues of providers whose rate limit applies to all their entries. */
const providers: ReadonlySet<OutboxQueue> = new Set(['slack', 'slackModerators', 'discord', 'mail'])

/** Pauses a whole queue when its provider asks for a pause, so that its other messages wait too. */
export function createPauses(now: () => number = Date.now) {
  const until = new Map<OutboxQueue, number>()

  /** @throws RetryLater while the queue's provider is paused */
  function assertOpen(queue: OutboxQueue) {
    const waitMs = (until.get(queue) ?? 0) - now()
    if (waitMs > 0) throw new RetryLater('The provider asked us to wait', waitMs)
  }

  function note(queue: OutboxQueue, error: unknown) {
    if (!providers.has(queue) || !(error instanceof RetryLater) || error instanceof RetryThisLater) return
    until.set(queue, Math.max(until.get(queue) ?? 0, now() + error.afterMs))
  }

  return { assertOpen, note }
}

export type Pauses = ReturnType<typeof createPauses>
