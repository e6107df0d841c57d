import type { Inngest } from 'inngest'
import pLimit from 'p-limit'
import type { OutboxCollection, OutboxQueue } from '../outbox/entry.ts'
import type { Drained } from '../outbox/outbox.ts'
import { attemptTask } from './attempt-task.ts'
import { collectionOf, eventDataSchema, eventName, isDueIn } from './events.ts'
import { createSender } from './inngest.ts'
import { createPauses } from './pauses.ts'
import { pipelinesOf } from './pipelines.ts'
import { allOf, runTasks } from './run-tasks.ts'
import type { Worker } from './worker.ts'
import type { Workflow } from './workflow.ts'

const retries = 8

/** The Inngest functions. When one gives up, the entries stay in the outbox and the sweep sends another event. */
export function createFunctions(inngest: Inngest.Any, worker: Worker) {
  const pauses = createPauses()
  const send = createSender(inngest)
  const limitOf = createLimits()

  /** Lets the tickets that a failed step has done go on in a run of their own. The sweep does it where this fails. */
  const letOthersGoOn = (event: Event, collection: OutboxCollection, queue: OutboxQueue, attempt: number) =>
    send(
      event.documents.map((document) => ({
        id: `${event.id}:${document}:${queue}:${attempt}`,
        ...{ collection, document, queues: [queue] },
      })),
    ).catch(() => undefined)

  return pipelinesOf(worker).map(({ id, workflows }) => {
    const [first] = workflows
    const collections = Object.keys(first.on) as OutboxCollection[]

    async function runStep(index: number, event: Event, collection: OutboxCollection, attempt: number) {
      const { queue, atOnce, on } = workflows[index] as Workflow
      const next = workflows[index + 1]?.queue
      const tasks = on[collection]?.(event.documents) ?? []
      const attempts = tasks.map(
        (task) => () => attemptTask(task, { queue, attempt, pauses, log: worker.desk.log }),
      )
      try {
        return await runTasks(attempts, { limit: limitOf(queue, atOnce), attempt })
      } catch (error) {
        if (next && event.documents.length > 1) await letOthersGoOn(event, collection, next, attempt)
        throw error
      }
    }

    return inngest.createFunction(
      {
        id,
        triggers: collections.map((collection) => ({
          event: eventName(inngest.id, collection),
          if: isDueIn(first.queue),
        })),
        retries,
      },
      async ({ event, step, attempt }) => {
        const { documents } = eventDataSchema.parse(event.data)
        const about = { id: event.id ?? '', documents }
        const collection = collectionOf(inngest.id, event.name)
        const done: Drained[] = []
        for (const [index, workflow] of workflows.entries())
          done.push(await step.run(workflow.step, () => runStep(index, about, collection, attempt)))
        return allOf(done)
      },
    )
  })
}

type Event = { id: string; documents: string[] }

/** How many tasks of a queue run side by side, whichever run they belong to. */
function createLimits() {
  const limits = new Map<OutboxQueue, ReturnType<typeof pLimit>>()
  return (queue: OutboxQueue, atOnce: number) => {
    const limit = limits.get(queue) ?? pLimit(atOnce)
    limits.set(queue, limit)
    return limit
  }
}
