import type { Desk } from '../desk.ts'
import type { NotifyEntry } from '../outbox/entry.ts'
import type { Comment } from '../tickets/comments/comment.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { User } from '../users/user.ts'
import { type Notice, ticketNotice } from './notice.ts'

/**
 * The notice of a ticket for one person, as the ticket is now. A comment that was deleted, or that the person may not
 * read any more, is left out.
 * @returns null when there is nothing left to tell
 */
export async function ticketNoticeFor(
  desk: Pick<Desk, 'comments'>,
  { person, entry, ticket, appUrl }: { person: User; entry: NotifyEntry; ticket: Ticket; appUrl: string },
): Promise<Notice | null> {
  if (ticket.deleted) return null
  const comment = entry.comment ? await desk.comments.find(entry.comment) : null
  if (entry.comment && !(comment && mayRead(person, comment))) return null
  const change = ticket.history.findLast(({ at }) => at.getTime() === entry.at.getTime())
  return ticketNotice(entry.topic, ticket, appUrl, { to: person._id, comment, change })
}

const mayRead = (person: User, { visibility, deleted }: Comment) =>
  !deleted && (visibility === 'public' || person.role !== 'user')
