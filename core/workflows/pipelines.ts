import type { Desk } from '../desk.ts'
import type { OutboxQueue } from '../outbox/entry.ts'
import { assignTickets } from './assign-tickets.ts'
import { deliverToDiscord } from './chat/deliver-to-discord.ts'
import { deliverToModerators } from './chat/deliver-to-moderators.ts'
import { deliverToSlack } from './chat/deliver-to-slack.ts'
import { fetchFiles } from './files/fetch-files.ts'
import { maintenance } from './maintenance.ts'
import { sendMail } from './send-mail.ts'
import { triageTicket } from './triage-ticket.ts'
import type { Worker } from './worker.ts'
import type { Workflow } from './workflow.ts'

/** An Inngest function and its steps. It runs when documents have entries in the queue of the first one. */
export type Pipeline = { id: string; workflows: [Workflow, ...Workflow[]] }
type Step = (worker: Worker) => Workflow

/**
 * A filed ticket is triaged, then assigned, then its assignee gets a mail, all in one run. Slack and Discord have
 * functions of their own: a provider that is down holds up no other. Gemini takes seconds, so with it each triaged
 * ticket continues in a run of its own instead of waiting for the slowest that shares its event.
 */
export function pipelinesOf(worker: Worker): Pipeline[] {
  const { slack, discord, gemini } = worker
  return [
    pipeline('triage-ticket', worker, gemini ? [triageTicket] : [triageTicket, assignTickets, sendMail]),
    pipeline('assign-tickets', worker, [assignTickets, sendMail]),
    ...(slack ? [pipeline('deliver-to-slack', worker, [(one) => deliverToSlack({ ...one, slack })])] : []),
    ...moderatorsPipeline(worker),
    ...(discord
      ? [pipeline('deliver-to-discord', worker, [(one) => deliverToDiscord({ ...one, discord })])]
      : []),
    pipeline('send-mail', worker, [sendMail]),
    pipeline('fetch-files', worker, [fetchFiles]),
    pipeline('maintenance', worker, [maintenance]),
  ]
}

function moderatorsPipeline(worker: Worker): Pipeline[] {
  const { slack } = worker
  const moderators = slack?.moderators
  if (!slack || !moderators) return []
  const step: Step = (one) => deliverToModerators({ ...one, slack, moderators })
  return [pipeline('deliver-to-moderators', worker, [step])]
}

/** What a step adds to the queue of a later one needs no event: the run continues to it by itself. */
function pipeline(id: string, worker: Worker, [first, ...others]: [Step, ...Step[]]): Pipeline {
  const queues = [first, ...others].map((step) => step(worker).queue)
  const workerOf = (index: number): Worker => ({
    ...worker,
    // The playground gives the desk another Gemini while it runs.
    get gemini() {
      return worker.gemini
    },
    desk: deskOf(worker.desk, queues.slice(index + 1)),
  })
  return { id, workflows: [first(workerOf(0)), ...others.map((step, index) => step(workerOf(index + 1)))] }
}

const deskOf = (desk: Desk, drainedLater: OutboxQueue[]): Desk => ({
  ...desk,
  relay: (collection, written) =>
    desk.relay(collection, written, collection === 'tickets' ? drainedLater : []),
})
