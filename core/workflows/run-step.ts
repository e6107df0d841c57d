import pLimit, { type LimitFunction } from 'p-limit'
import type { OutboxCollection, OutboxQueue } from '../outbox/entry.ts'
import type { Drained } from '../outbox/outbox.ts'
import type { SendEvents } from '../outbox/relay.ts'
import { attemptTask } from './attempt-task.ts'
import { createPauses } from './pauses.ts'
import { runTasks } from './run-tasks.ts'
import type { Worker } from './worker.ts'
import type { Workflow } from './workflow.ts'

/** What a run is about. @property attempt how often its current step was tried before */
export type Run = { event: string; collection: OutboxCollection; documents: string[]; attempt: number }

/** @param send sends events to Inngest */
export function createStepRunner(
  { desk: { log }, pickedUp }: Pick<Worker, 'desk' | 'pickedUp'>,
  send: SendEvents,
) {
  const pauses = createPauses()
  const limitOf = createLimits()

  /** Lets those documents that the failed step has done continue in another run. If this fails, the sweep does it. */
  const letOthersGoOn = ({ event, collection, documents, attempt }: Run, queue: OutboxQueue) =>
    send(
      documents.map((document) => {
        const id = `${event}:${document}:${queue}:${attempt}`
        return { id, collection, document, queues: [queue] }
      }),
    ).catch(() => undefined)

  /**
   * Runs one step of a function: a task for each document, side by side.
   * @param next the queue of the step after it
   * @throws RetryAfterError when a task has failed
   */
  return async function runStep(
    { queue, concurrency, on }: Workflow,
    run: Run,
    next?: OutboxQueue,
  ): Promise<Drained> {
    const { collection, documents, attempt } = run
    pickedUp?.(queue)
    const tasks = on[collection]?.(documents) ?? []
    const attempts = tasks.map((task) => () => attemptTask(task, { queue, attempt, pauses, log }))
    try {
      return await runTasks(attempts, { limit: limitOf(queue, concurrency), attempt })
    } catch (error) {
      if (next && documents.length > 1) await letOthersGoOn(run, next)
      throw error
    }
  }
}

/** How many tasks of a queue run side by side in this process, whichever run they belong to. */
function createLimits() {
  const limits = new Map<OutboxQueue, LimitFunction>()
  return (queue: OutboxQueue, concurrency: number) => {
    const limit = limits.get(queue) ?? pLimit(concurrency)
    limits.set(queue, limit)
    return limit
  }
}
