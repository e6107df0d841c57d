import { conversationOf } from '../conversation.ts'
import type { Ticket } from '../ticket.ts'
import { unreadDays } from './read-mark-model.ts'

/**
 * Whether the last public word on a ticket is new to a person. On a ticket without an answer, that is the requester's.
 * One's own words are never new, nor are words from long ago or on closed tickets.
 * @param readUntil when they last opened the ticket
 */
export function isUnread(
  ticket: Pick<Ticket, 'requester' | 'createdAt' | 'conversation' | 'status'>,
  person: string,
  { readUntil, now }: { readUntil: Date | undefined; now: Date },
): boolean {
  const { at, by } = conversationOf(ticket).last ?? { at: ticket.createdAt, by: ticket.requester }
  const isRecent = now.getTime() - at.getTime() < unreadDays * 86_400_000
  return by.id !== person && ticket.status !== 'closed' && isRecent && !(readUntil && readUntil >= at)
}
