import { listCallsToAction } from '../../notifications/calls-to-action.ts'
import { ticketNotice } from '../../notifications/ticket-notice/ticket-notice.ts'
import { ignoreRefusal } from '../../provider-errors.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { similarOnCard } from '../../triage/similar/similar-on-card.ts'
import type { DiscordWorker, SlackWorker } from '../worker.ts'

/** Lets the direct messages that asked people to work on a ticket follow it: status, buttons, and the thread's link. */
export async function followInDirect(worker: DiscordWorker, ticket: Ticket): Promise<void> {
  const { desk, deliveries, discord, appUrl } = worker
  for (const { about, to, message } of await listCallsToAction(deliveries, ticket, 'discord')) {
    const person = await desk.users.find(to)
    if (!person?.discord) continue
    const notice = ticketNotice(about, ticket, appUrl, { to })
    await discord.updateDirect(notice, person.discord, message, ticket).catch(ignoreRefusal)
  }
}

/** The same on Slack, where the whole ticket follows. */
export async function followInSlackDirect(worker: SlackWorker, ticket: Ticket): Promise<void> {
  const { desk, deliveries, slack, appUrl } = worker
  for (const { about, to, message } of await listCallsToAction(deliveries, ticket, 'slack')) {
    const reader = await desk.users.find(to)
    if (!reader?.slack) continue
    const notice = ticketNotice(about, ticket, appUrl, { to })
    const context = { ticket, reader, similar: await similarOnCard(desk, ticket, reader) }
    await slack.updateDirect(notice, reader.slack, message, context).catch(ignoreRefusal)
  }
}
