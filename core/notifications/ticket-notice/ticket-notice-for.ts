import type { Desk } from '../../desk.ts'
import type { NotifyEntry } from '../../outbox/entry.ts'
import type { Comment } from '../../tickets/comments/comment.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { User } from '../../users/user.ts'
import { type TicketNotice, ticketNotice } from './ticket-notice.ts'

/**
 * Builds a notice for one person from the current ticket.
 * @returns null when the ticket was deleted, or when the comment was deleted or is hidden from the person
 */
export async function ticketNoticeFor(
  desk: Pick<Desk, 'comments' | 'replyAddresses'>,
  { person, entry, ticket, appUrl }: { person: User; entry: NotifyEntry; ticket: Ticket; appUrl: string },
): Promise<TicketNotice | null> {
  if (ticket.deleted) return null
  const comment = entry.comment ? await desk.comments.find(entry.comment) : null
  if (entry.comment && !(comment && mayRead(person, comment))) return null
  const change = ticket.history.findLast(({ at }) => at.getTime() === entry.at.getTime())
  const answeredByMail = entry.queue === 'mail' && desk.replyAddresses !== null
  const isInThread = person._id === ticket.requester.id && hasThread(ticket, entry)
  const news = { to: person._id, comment, change, answeredByMail, isInThread }
  return ticketNotice(entry.topic, ticket, appUrl, news)
}

/** Whether the requester gets the notification in the thread of their card, and not as a direct message. */
function hasThread({ surfaces: { slack, discordRequester } }: Ticket, { queue }: NotifyEntry): boolean {
  if (queue === 'slack') return slack !== undefined
  return queue === 'discord' && discordRequester?.channel !== undefined && !discordRequester.isDirect
}

const mayRead = (person: User, { visibility, deleted }: Comment) =>
  !deleted && (visibility === 'public' || person.role !== 'user')
