import type { TicketTopic } from '../../outbox/topics.ts'
import { type Sentence, sentence } from '../../text/sentence.ts'
import { shouldAskForRating } from '../../tickets/rating.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { titleAsFiled } from '../../tickets/title-as-filed.ts'
import { type Notice, ticketUrl } from '../notice.ts'
import { changeWords } from './change-line.ts'
import type { News } from './news.ts'
import { texts } from './texts.ts'

/**
 * @property event what happened, without the ticket, e.g. "Max Moe commented"
 * @property ticketName e.g. "#42 Printer on fire"
 */
export type TicketNotice = Notice & { event: Sentence; ticketName: Sentence }

/** Builds the notification about a ticket. */
export function ticketNotice(
  topic: TicketTopic,
  ticket: Ticket,
  appUrl: string,
  news: News = {},
): TicketNotice {
  const toRequester = news.to === undefined || news.to === ticket.requester.id
  const { subject, body } = texts[topic](ticket, { ...news, toRequester })
  const number = sentence`#${ticket.number}`
  const url = ticketUrl(appUrl, ticket)
  const isRateable = topic === 'resolved' && toRequester && shouldAskForRating(ticket)
  const ticketName = sentence`${number} ${ticket.title}`
  return {
    topic,
    // Later, the ticket may have another status than after this change.
    event: topic === 'status-changed' ? changeWords(news.change, ticket) : subject,
    ticketName,
    subject: sentence`${subject}: ${ticketName}`,
    thread: sentence`${number} ${titleAsFiled(ticket)}`,
    body,
    action: { label: sentence`Open ${number}`, url },
    ...(news.comment?.visibility === 'public' ? { aboutPublicComment: true } : {}),
    ...(isRateable
      ? { rates: { ticket: { _id: ticket._id, number: ticket.number }, url: `${url}#rate` } }
      : {}),
  }
}
