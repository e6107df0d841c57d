import { RetryLater } from '../notifications/provider-errors.ts'
import type { OutboxQueue } from '../outbox/entry.ts'

/** Lanes in which a provider's "later" is meant for everything that goes there. */
const providers: ReadonlySet<OutboxQueue> = new Set(['slack', 'discord', 'mail'])

/**
 * When Slack says "not before two seconds" about one ticket, the next ticket has to wait too, and so has the next
 * change of the same one.
 */
export function createPauses(now: () => number = Date.now) {
  const until = new Map<OutboxQueue, number>()

  /** @throws RetryLater while the queue's provider wants to be left alone */
  function assertOpen(queue: OutboxQueue) {
    const left = (until.get(queue) ?? 0) - now()
    if (left > 0) throw new RetryLater('The provider asked to be left alone for a while', left)
  }

  function note(queue: OutboxQueue, error: unknown) {
    if (!providers.has(queue) || !(error instanceof RetryLater) || error instanceof HeldByAnother) return
    until.set(queue, Math.max(until.get(queue) ?? 0, now() + error.afterMs))
  }

  return { assertOpen, note }
}

/** Not the provider: another run is at work on the same document. */
export class HeldByAnother extends RetryLater {}
