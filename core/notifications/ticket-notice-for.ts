import type { Desk } from '../desk.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import type { Comment } from '../tickets/comments/comment.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { User } from '../users/user.ts'
import type { TicketTopic } from './events.ts'
import { type Notice, ticketNotice } from './notice.ts'

/**
 * What a person is told of a ticket, in words of now. The words of a comment are only for who may still read them:
 * it may be gone, and who was staff when it was written may be so no longer.
 * @returns null when there is nothing left to tell them
 */
export async function ticketNoticeFor(
  desk: Pick<Desk, 'comments'>,
  { person, owed, ticket, appUrl }: { person: User; owed: OutboxEntry; ticket: Ticket; appUrl: string },
): Promise<Notice | null> {
  if (!owed.about || ticket.deleted) return null
  const comment = owed.comment ? await desk.comments.find(owed.comment) : null
  if (owed.comment && !(comment && mayRead(person, comment))) return null
  const deed = ticket.history.findLast(({ at }) => at.getTime() === owed.at.getTime())
  return ticketNotice(owed.about as TicketTopic, ticket, appUrl, { to: person._id, comment, deed })
}

const mayRead = (person: User, { visibility, deleted }: Comment) =>
  !deleted && (visibility === 'public' || person.role !== 'user')
