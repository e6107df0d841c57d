import type { Log } from '../log.ts'
import { type OutboxQueue, UnknownEntry } from '../outbox/entry.ts'
import type { Drained } from '../outbox/outbox.ts'
import { HeldByAnother, RepeatLater, RetryLater } from '../provider-errors.ts'
import type { Pauses } from './pauses.ts'
import type { Task } from './workflow.ts'

type Context = { queue: OutboxQueue; attempt: number; pauses: Pauses; log: Log }

/** Runs a task unless its provider is paused. Logs each failure once. @throws RetryLater; what the task throws */
export async function attemptTask(task: Task, { queue, attempt, pauses, log }: Context): Promise<Drained> {
  try {
    pauses.assertOpen(queue)
    return await task()
  } catch (error) {
    pauses.note(queue, error)
    logFailure(error, { queue, attempt, log })
    throw error
  }
}

function logFailure(error: unknown, { queue, attempt, log }: Omit<Context, 'pauses'>) {
  if (error instanceof RetryLater) {
    // Waiting for another run, or for a planned repetition, is normal.
    const isPlanned = error instanceof HeldByAnother || error instanceof RepeatLater
    const level = isPlanned ? 'debug' : 'info'
    return log[level]({ queue, attempt, reason: error.message }, 'retry later')
  }
  const level = error instanceof UnknownEntry ? 'error' : 'warn'
  log[level]({ queue, attempt, err: error }, 'failed; will be retried')
}
