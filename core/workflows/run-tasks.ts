import { RetryAfterError } from 'inngest'
import type { LimitFunction } from 'p-limit'
import type { Drained } from '../outbox/outbox.ts'
import { RetryLater } from '../provider-errors.ts'
import type { Task } from './workflow.ts'

/** Shorter than Inngest's own backoff, which starts at many seconds while people wait. */
const backoffMs = (attempt: number) => Math.min(1_000 * 2 ** attempt, 60_000)

const delayAfter = (error: unknown, attempt: number) =>
  error instanceof RetryLater ? Math.max(error.afterMs, 250) : backoffMs(attempt)

/** Retries as soon as the first failed task may run. Checking a finished task again costs only one read. */
function asRetry(failures: unknown[], attempt: number) {
  const [soonest] = failures.toSorted((one, other) => delayAfter(one, attempt) - delayAfter(other, attempt))
  const reason = soonest instanceof Error ? soonest.message : String(soonest)
  return new RetryAfterError(reason, delayAfter(soonest, attempt), { cause: soonest })
}

/**
 * Runs tasks in parallel within `limit`. A failed task does not hold up the others.
 * @param attempt how often they were tried before; the pause grows with it
 * @returns how many entries were handled, and the result of each
 * @throws RetryAfterError once all tasks have ended, if any has failed
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
