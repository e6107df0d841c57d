import type { Inngest } from 'inngest'
import pLimit from 'p-limit'
import { RetryLater } from '../notifications/provider-errors.ts'
import type { OutboxQueue } from '../outbox/entry.ts'
import { eventDataSchema, eventName, owesIn } from './events.ts'
import { laneWork, type Task } from './lane-work.ts'
import { createPauses } from './pauses.ts'
import { runTasks } from './run-tasks.ts'
import type { Worker } from './worker.ts'

const retries = 8
/** Documents that one queue works on in one process; a queue that hangs takes none of another's. */
const maxAtOnce = 20

/** The Inngest functions, one a queue. When one gives up, what is owed stays written and the sweep sends it again. */
export function createFunctions(inngest: Inngest.Any, worker: Worker) {
  const work = laneWork(worker)
  const pauses = createPauses()

  async function attemptTask(queue: OutboxQueue, attempt: number, task: Task) {
    try {
      pauses.assertOpen(queue)
      return await task()
    } catch (error) {
      pauses.note(queue, error)
      const expected = error instanceof RetryLater
      worker.desk.log[expected ? 'info' : 'warn'](
        { queue, attempt, ...(expected ? { reason: error.message } : { err: error }) },
        'will be tried again',
      )
      throw error
    }
  }

  return [...worker.desk.enabledQueues].map((queue) => {
    const limit = pLimit(maxAtOnce)
    return inngest.createFunction(
      {
        id: queue,
        triggers: [{ event: eventName(inngest.id), if: owesIn(queue) }],
        retries,
      },
      async ({ event, step, attempt }) => {
        const { owner, documents } = eventDataSchema.parse(event.data)
        const tasks = work[queue][owner]?.(documents) ?? []
        const attempts = tasks.map((task) => () => attemptTask(queue, attempt, task))
        const done = await step.run('clear-queue', () => runTasks(attempts, { limit, attempt }))
        return { done }
      },
    )
  })
}
