import type { webApi } from '@slack/bolt'
import type { Desk } from '../../../core/desk.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { messageKeyOf } from '../outbound/message-key.ts'

/**
 * Finds the ticket whose card started a thread. If the desk stopped right after it posted the card, the database does
 * not know the card yet. Then the card's metadata names the ticket.
 */
export async function ticketOfThread(
  desk: Pick<Desk, 'tickets'>,
  client: webApi.WebClient,
  thread: { channel: string; ts: string; isOurs: boolean },
): Promise<Ticket | null> {
  const known = await desk.tickets.findBySlackThread(thread.channel, thread.ts)
  if (known || !thread.isOurs) return known
  const { messages } = await client.conversations.replies({
    channel: thread.channel,
    ts: thread.ts,
    limit: 1,
    include_all_metadata: true,
  })
  const owner = messageKeyOf(messages?.[0])?.split(':')[0]
  return owner ? desk.tickets.find(owner) : null
}
