import { RetryLater } from '../notifications/provider-errors.ts'
import type { Lane } from '../outbox/owed.ts'

/** Lanes in which a provider's "later" is meant for everything that goes there. */
const providers: ReadonlySet<Lane> = new Set(['slack', 'discord', 'mail'])

/**
 * When Slack says "not before two seconds" about one ticket, the next ticket has to wait too, and so has the next
 * change of the same one.
 */
export function createPauses(now: () => number = Date.now) {
  const until = new Map<Lane, number>()

  /** @throws RetryLater while the lane's provider wants to be left alone */
  function demandOpen(lane: Lane) {
    const left = (until.get(lane) ?? 0) - now()
    if (left > 0) throw new RetryLater('The provider asked to be left alone for a while', left)
  }

  function note(lane: Lane, error: unknown) {
    if (!providers.has(lane) || !(error instanceof RetryLater) || error instanceof HeldByAnother) return
    until.set(lane, Math.max(until.get(lane) ?? 0, now() + error.afterMs))
  }

  return { demandOpen, note }
}

/** Not the provider: another run is at work on the same document. */
export class HeldByAnother extends RetryLater {}
