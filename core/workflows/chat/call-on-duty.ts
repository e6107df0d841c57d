import { deliverOnce } from '../../notifications/deliveries/deliver-once.ts'
import { threadRow } from '../../notifications/deliveries/delivery-row.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { DiscordWorker } from '../worker.ts'

/** Pings the role of those on duty in the thread, once, where the desk found nobody to assign the ticket to. */
export async function callOnDuty(
  { discord, desk, deliveries }: DiscordWorker,
  ticket: Ticket,
  thread: string,
): Promise<void> {
  const { callOnDuty: call } = discord
  const since = leftOpenSince(ticket)
  if (!call || !since) return
  const row = threadRow(
    'discord',
    'call-on-duty',
    ticket,
    `${ticket._id}:call-on-duty:${since.getTime()}:discord`,
  )
  await deliverOnce({ deliveries, now: desk.now }, row, (sending) => call(ticket, thread, sending))
}

/** When the desk last left the ticket open. Null: somebody has had it since, or triage is not that far. */
function leftOpenSince({ status, assignee, deleted, history }: Ticket): Date | null {
  const last = history.findLast(({ action }) => decisive.has(action))
  const isOpen = status === 'open' && !assignee && !deleted
  return isOpen && last?.action === 'left open' ? last.at : null
}

const decisive = new Set<string>(['left open', 'assigned', 'claimed', 'released'])
