import type { Log } from '../log.ts'
import { type OutboxQueue, UnknownEntry } from '../outbox/entry.ts'
import type { Drained } from '../outbox/outbox.ts'
import { RetryLater } from '../provider-errors.ts'
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
    if (error instanceof RetryLater) log.info({ queue, attempt, reason: error.message }, 'retry later')
    else
      log[error instanceof UnknownEntry ? 'error' : 'warn'](
        { queue, attempt, err: error },
        'failed; will be retried',
      )
    throw error
  }
}
