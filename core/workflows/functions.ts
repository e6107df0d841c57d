import type { Inngest } from 'inngest'
import type { OutboxCollection } from '../outbox/entry.ts'
import type { Drained } from '../outbox/outbox.ts'
import { collectionOf, eventDataSchema, eventName, queueExpression } from './events.ts'
import { createSender } from './inngest.ts'
import { type Pipeline, pipelinesOf } from './pipelines.ts'
import { createStepRunner } from './run-step.ts'
import { allOf } from './run-tasks.ts'
import type { Worker } from './worker.ts'

const retries = 8

/** The Inngest functions. When a run gives up, its entries stay in the outbox and the sweep sends a new event. */
export function createFunctions(inngest: Inngest.Any, worker: Worker) {
  const runStep = createStepRunner(worker, createSender(inngest))
  return pipelinesOf(worker).map(({ id, workflows }) =>
    inngest.createFunction(
      { id, retries, triggers: triggersOf(inngest.id, workflows) },
      async ({ event, step, attempt }) => {
        const { documents } = eventDataSchema.parse(event.data)
        const collection = collectionOf(inngest.id, event.name)
        const run = { event: event.id ?? '', collection, documents, attempt }
        const done: Drained[] = []
        for (const [index, workflow] of workflows.entries())
          done.push(await step.run(workflow.step, () => runStep(workflow, run, workflows[index + 1]?.queue)))
        return allOf(done)
      },
    ),
  )
}

/** A function runs when documents have entries in the queue of its first step. */
const triggersOf = (app: string, [first]: Pipeline['workflows']) =>
  (Object.keys(first.on) as OutboxCollection[]).map((collection) => ({
    event: eventName(app, collection),
    if: queueExpression(first.queue),
  }))
