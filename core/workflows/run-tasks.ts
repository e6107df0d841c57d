import { RetryAfterError } from 'inngest'
import type { LimitFunction } from 'p-limit'
import { RetryLater } from '../notifications/provider-errors.ts'

/** Our own backoff: Inngest's default begins at many seconds, and people are waiting. */
const backoffMs = (attempt: number) => Math.min(1_000 * 2 ** attempt, 60_000)

const delayAfter = (error: unknown, attempt: number) =>
  error instanceof RetryLater ? Math.max(error.afterMs, 250) : backoffMs(attempt)

/** Of several failures the one that may be tried again first: for whoever is done by then that costs one look. */
function asRetry(failures: unknown[], attempt: number) {
  const [soonest] = failures.toSorted((one, other) => delayAfter(one, attempt) - delayAfter(other, attempt))
  const reason = soonest instanceof Error ? soonest.message : String(soonest)
  return new RetryAfterError(reason, delayAfter(soonest, attempt), { cause: soonest })
}

/**
 * Runs tasks side by side, as many as `limit` lets; what fails holds up none of the others.
 * @param attempt how often they were tried before: the longer ago, the longer the next pause
 * @returns the sum of what they answer
 * @throws RetryAfterError when all have ended and some have failed
 */
export async function runTasks(
  tasks: (() => Promise<number>)[],
  { limit, attempt }: { limit: LimitFunction; attempt: number },
): Promise<number> {
  const results = await Promise.allSettled(tasks.map((task) => limit(task)))
  const failures = results.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  if (failures.length > 0) throw asRetry(failures, attempt)
  return results.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value : 0), 0)
}
