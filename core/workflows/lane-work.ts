import type { OutboxCollection, OutboxQueue } from '../outbox/entry.ts'
import { assignWaitingTickets } from './assign-tickets.ts'
import { deliverTicketToDiscord } from './deliver-discord.ts'
import { mailAboutAccount, mailAboutTicket } from './deliver-mail.ts'
import { deliverTicketToSlack, identifyOnSlack } from './deliver-slack.ts'
import { keepUpAccount, keepUpCatalog, keepUpTicket } from './keep-up.ts'
import { runErrand } from './run-scheduled.ts'
import { triageTicket } from './triage-ticket.ts'
import type { Worker } from './worker.ts'

/** Something to do, that answers how many entries were done. Each succeeds or fails by itself. */
export type Task = () => Promise<number>
type TasksFor = (documents: string[]) => Task[]

const each =
  (perform: (document: string) => Promise<number>): TasksFor =>
  (documents) =>
    documents.map((document) => () => perform(document))

const once =
  (perform: Task): TasksFor =>
  () => [perform]

/** What each queue does for the documents that owe something in it. */
export function laneWork(worker: Worker): Record<OutboxQueue, Partial<Record<OutboxCollection, TasksFor>>> {
  const { slack, discord } = worker
  return {
    triage: { tickets: each((id) => triageTicket(worker, id)) },
    assign: { tickets: once(() => assignWaitingTickets(worker)) },
    slack: slack
      ? {
          tickets: each((id) => deliverTicketToSlack({ ...worker, slack }, id)),
          users: each((id) => identifyOnSlack({ ...worker, slack }, id)),
          scheduledNotifications: each((id) => runErrand(worker, id, 'slack')),
        }
      : {},
    discord: discord
      ? {
          tickets: each((id) => deliverTicketToDiscord({ ...worker, discord }, id)),
          scheduledNotifications: each((id) => runErrand(worker, id, 'discord')),
        }
      : {},
    mail: {
      tickets: each((id) => mailAboutTicket(worker, id)),
      users: each((id) => mailAboutAccount(worker, id)),
      scheduledNotifications: each((id) => runErrand(worker, id, 'mail')),
    },
    maintenance: {
      tickets: each((id) => keepUpTicket(worker, id)),
      users: each((id) => keepUpAccount(worker, id)),
      catalog: once(() => keepUpCatalog(worker)),
    },
  }
}
