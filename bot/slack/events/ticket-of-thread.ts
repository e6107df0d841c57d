import type { webApi } from '@slack/bolt'
import type { Desk } from '../../../core/desk.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { keyOf } from '../outbound/message-key.ts'

/**
 * The ticket whose card began a thread. A card whose sending was cut short is on Slack before the database knows of
 * it; then the card itself says whose it is.
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
  const owner = keyOf(messages?.[0])?.split(':')[0]
  return owner ? desk.tickets.find(owner) : null
}
