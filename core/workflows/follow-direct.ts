import { asksToAct, ticketNotice } from '../notifications/notice.ts'
import { ignoreRefusal } from '../provider-errors.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { DiscordWorker } from './worker.ts'

const maxRead = 100

/** Lets the direct messages that asked people to work on a ticket follow it: status, buttons, and the thread's link. */
export async function followInDirect(worker: DiscordWorker, ticket: Ticket): Promise<void> {
  const { desk, deliveries, discord, appUrl } = worker
  const sent = await deliveries.list({ ticket: ticket._id, limit: maxRead })
  for (const { channel, state, about, to, providerId } of sent) {
    if (channel !== 'discord' || state !== 'sent' || !to || !providerId || !asksToAct(about)) continue
    const person = await desk.users.find(to)
    if (!person?.discord) continue
    const notice = ticketNotice(about, ticket, appUrl, { to })
    await discord.updateDirect(notice, person.discord, providerId, ticket).catch(ignoreRefusal)
  }
}
