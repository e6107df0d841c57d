import { RetryAfterError } from 'inngest'
import type { LimitFunction } from 'p-limit'
import type { Drained } from '../outbox/outbox.ts'
import { RetryLater } from '../provider-errors.ts'
import type { Task } from './workflow.ts'

/** Inngest's own backoff begins at many seconds, and people are waiting. */
const backoffMs = (attempt: number) => Math.min(1_000 * 2 ** attempt, 60_000)

const delayAfter = (error: unknown, attempt: number) =>
  error instanceof RetryLater ? Math.max(error.afterMs, 250) : backoffMs(attempt)

/** The failure that may be retried first sets the time: looking again at the tasks that are done costs one read each. */
function asRetry(failures: unknown[], attempt: number) {
  const [soonest] = failures.toSorted((one, other) => delayAfter(one, attempt) - delayAfter(other, attempt))
  const reason = soonest instanceof Error ? soonest.message : String(soonest)
  return new RetryAfterError(reason, delayAfter(soonest, attempt), { cause: soonest })
}

/**
 * Runs tasks side by side within `limit`. One that fails holds up none of the others.
 * @param attempt how often they were tried before; the pause grows with it
 * @returns how many entries were handled, and what became of each
 * @throws RetryAfterError when all have ended and some have failed
 */
export async function runTasks(
  tasks: Task[],
  { limit, attempt }: { limit: LimitFunction; attempt: number },
): Promise<Drained> {
  const settled = await Promise.allSettled(tasks.map((task) => limit(task)))
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  if (failures.length > 0) throw asRetry(failures, attempt)
  return allOf(settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
}

export const allOf = (drained: Drained[]): Drained => ({
  handled: drained.reduce((sum, { handled }) => sum + handled, 0),
  results: drained.flatMap(({ results }) => results),
})
