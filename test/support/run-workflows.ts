import type { Desk } from '../../core/desk.ts'
import type { Database } from '../../core/open-database.ts'
import type { Channel, OutboxCollection } from '../../core/outbox/entry.ts'
import { assignAll } from '../../core/workflows/assign-tickets.ts'
import { deliverToDiscord } from '../../core/workflows/chat/deliver-to-discord.ts'
import { deliverToModerators } from '../../core/workflows/chat/deliver-to-moderators.ts'
import { deliverToSlack } from '../../core/workflows/chat/deliver-to-slack.ts'
import { fetchFiles } from '../../core/workflows/files/fetch-files.ts'
import { maintenance } from '../../core/workflows/maintenance.ts'
import { sendMail } from '../../core/workflows/send-mail.ts'
import { sendScheduled } from '../../core/workflows/send-scheduled.ts'
import { triageTicket } from '../../core/workflows/triage-ticket.ts'
import type { DiscordWorker, ModeratorsWorker, SlackWorker, Worker } from '../../core/workflows/worker.ts'
import type { Workflow } from '../../core/workflows/workflow.ts'

/** Runs a workflow for one document without Inngest. @returns how many entries were handled */
async function run(workflow: Workflow, collection: OutboxCollection, id: string): Promise<number> {
  const tasks = workflow.on[collection]?.([id]) ?? []
  const drained = await Promise.all(tasks.map((task) => task()))
  return drained.reduce((sum, { handled }) => sum + handled, 0)
}

export const triage = (worker: Worker, id: string) => run(triageTicket(worker), 'tickets', id)
export const mailAboutTicket = (worker: Worker, id: string) => run(sendMail(worker), 'tickets', id)
export const mailAboutAccount = (worker: Worker, id: string) => run(sendMail(worker), 'users', id)
export const deliverTicketToSlack = (worker: SlackWorker, id: string) =>
  run(deliverToSlack(worker), 'tickets', id)
export const deliverTicketToModerators = (worker: ModeratorsWorker, id: string) =>
  run(deliverToModerators(worker), 'tickets', id)
export const identifyOnSlack = (worker: SlackWorker, id: string) => run(deliverToSlack(worker), 'users', id)
export const deliverTicketToDiscord = (worker: DiscordWorker, id: string) =>
  run(deliverToDiscord(worker), 'tickets', id)
export const fetchTicketFiles = (worker: Worker, id: string) => run(fetchFiles(worker), 'tickets', id)
export const maintainTicket = (at: Pick<Worker, 'desk'>, id: string) => run(maintenance(at), 'tickets', id)
export const maintainAccount = (at: Pick<Worker, 'desk'>, id: string) => run(maintenance(at), 'users', id)
export const maintainCatalog = (at: Pick<Worker, 'desk'>) => run(maintenance(at), 'catalog', '')
export const runScheduled = async (worker: Worker, id: string, channel: Channel) =>
  (await sendScheduled(worker, id, channel)).handled

/** Assigns every ticket that waits for it. @returns how many there were */
export async function assignWaiting({ desk, database }: { desk: Desk; database: Pick<Database, 'tickets'> }) {
  const waiting = await database.tickets.find({ 'outbox.queue': 'assign' }, { _id: 1 }).lean()
  return (
    await assignAll(
      desk,
      waiting.map(({ _id }) => String(_id)),
    )
  ).handled
}
