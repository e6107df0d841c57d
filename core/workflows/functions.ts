import type { Inngest } from 'inngest'
import pLimit from 'p-limit'
import type { OutboxCollection } from '../outbox/entry.ts'
import { assignTickets } from './assign-tickets.ts'
import { attemptTask } from './attempt-task.ts'
import { deliverToDiscord } from './deliver-to-discord.ts'
import { deliverToSlack } from './deliver-to-slack.ts'
import { collectionOf, eventDataSchema, eventName, isDueIn } from './events.ts'
import { maintenance } from './maintenance.ts'
import { createPauses } from './pauses.ts'
import { runTasks } from './run-tasks.ts'
import { sendMail } from './send-mail.ts'
import { triageTicket } from './triage-ticket.ts'
import type { Worker } from './worker.ts'
import type { Workflow } from './workflow.ts'

const retries = 8

/** The pipeline triages a new ticket, assigns it, then notifies the assignee. Cards are updated in parallel. */
const workflowsOf = (worker: Worker): Workflow[] => {
  const { slack, discord } = worker
  return [
    triageTicket(worker),
    assignTickets(worker),
    ...(slack ? [deliverToSlack({ ...worker, slack })] : []),
    ...(discord ? [deliverToDiscord({ ...worker, discord })] : []),
    sendMail(worker),
    maintenance(worker),
  ]
}

/** The Inngest functions. When a run gives up, its entries stay in the outbox and the sweep sends a new event. */
export function createFunctions(inngest: Inngest.Any, worker: Worker) {
  const pauses = createPauses()
  return workflowsOf(worker).map((workflow) => {
    const limit = pLimit(workflow.atOnce)
    const collections = Object.keys(workflow.on) as OutboxCollection[]
    return inngest.createFunction(
      {
        id: workflow.id,
        triggers: collections.map((collection) => ({
          event: eventName(inngest.id, collection),
          if: isDueIn(workflow.queue),
        })),
        retries,
      },
      async ({ event, step, attempt }) => {
        const { documents } = eventDataSchema.parse(event.data)
        const tasks = workflow.on[collectionOf(inngest.id, event.name)]?.(documents) ?? []
        const attempts = tasks.map(
          (task) => () => attemptTask(task, { queue: workflow.queue, attempt, pauses, log: worker.desk.log }),
        )
        return step.run(workflow.step, () => runTasks(attempts, { limit, attempt }))
      },
    )
  })
}
