import type { Inngest } from 'inngest'
import pLimit from 'p-limit'
import { RetryLater } from '../notifications/provider-errors.ts'
import type { Lane } from '../outbox/owed.ts'
import { eventName, owesIn, wakeDataSchema } from './events.ts'
import { laneWork, type Task } from './lane-work.ts'
import { createPauses } from './pauses.ts'
import { runTasks } from './run-tasks.ts'
import type { Worker } from './worker.ts'

const retries = 8
/** Documents that one lane works on in one process; a lane that hangs takes none of another's. */
const mostAtOnce = 20

/** The Inngest functions, one a lane. When one gives up, what is owed stays written and the sweep sends it again. */
export function createFunctions(inngest: Inngest.Any, worker: Worker) {
  const work = laneWork(worker)
  const pauses = createPauses()

  async function attemptTask(lane: Lane, attempt: number, task: Task) {
    try {
      pauses.demandOpen(lane)
      return await task()
    } catch (error) {
      pauses.note(lane, error)
      const expected = error instanceof RetryLater
      worker.desk.log[expected ? 'info' : 'warn'](
        { lane, attempt, ...(expected ? { reason: error.message } : { err: error }) },
        'will be tried again',
      )
      throw error
    }
  }

  return [...worker.desk.enabledLanes].map((lane) => {
    const limit = pLimit(mostAtOnce)
    return inngest.createFunction(
      {
        id: lane,
        triggers: [{ event: eventName(inngest.id), if: owesIn(lane) }],
        retries,
      },
      async ({ event, step, attempt }) => {
        const { owner, documents } = wakeDataSchema.parse(event.data)
        const tasks = work[lane][owner]?.(documents) ?? []
        const attempts = tasks.map((task) => () => attemptTask(lane, attempt, task))
        const done = await step.run('clear-lane', () => runTasks(attempts, { limit, attempt }))
        return { done }
      },
    )
  })
}
