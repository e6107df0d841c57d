import { deliverOnce } from '../../notifications/deliveries/deliver-once.ts'
import { threadRow } from '../../notifications/deliveries/delivery-row.ts'
import { isResolved, type Ticket } from '../../tickets/ticket.ts'
import type { DiscordWorker } from '../worker.ts'

/** Tickets that were resolved before this version began are left as they are. */
const maxMs = 24 * 3_600_000

/** Says once in the thread that the ticket is resolved. The card, which says so too, may be far above. */
export async function showResolution(
  { discord, desk, deliveries }: DiscordWorker,
  ticket: Ticket,
  thread: string,
): Promise<void> {
  const resolution = recentResolution(ticket, desk.now())
  if (!resolution) return
  const id = `${ticket._id}:resolution:${resolution.at.getTime()}:discord`
  const row = threadRow('discord', 'resolution', ticket, id)
  await deliverOnce({ deliveries, now: desk.now }, row, (sending) =>
    discord.postResolution(ticket, thread, sending),
  )
}

/** The resolution that threads are to be told of. Null: none, or an old one */
export function recentResolution(ticket: Ticket, now: Date): NonNullable<Ticket['resolution']> | null {
  const { resolution } = ticket
  if (!resolution || !isResolved(ticket) || ticket.deleted) return null
  return now.getTime() - resolution.at.getTime() > maxMs ? null : resolution
}
