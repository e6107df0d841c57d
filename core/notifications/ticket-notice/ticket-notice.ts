import type { TicketTopic } from '../../outbox/topics.ts'
import { sentence } from '../../text/sentence.ts'
import { shouldAskForRating } from '../../tickets/rating.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { titleAsFiled } from '../../tickets/title-as-filed.ts'
import { type Notice, ticketUrl } from '../notice.ts'
import type { News } from './news.ts'
import { texts } from './texts.ts'

/** Builds the notification about a ticket. */
export function ticketNotice(topic: TicketTopic, ticket: Ticket, appUrl: string, news: News = {}): Notice {
  const toRequester = news.to === undefined || news.to === ticket.requester.id
  const { subject, body } = texts[topic](ticket, { ...news, toRequester })
  const number = sentence`#${ticket.number}`
  const url = ticketUrl(appUrl, ticket)
  const isRateable = topic === 'resolved' && toRequester && shouldAskForRating(ticket)
  return {
    topic,
    subject: sentence`${subject}: ${number} ${ticket.title}`,
    thread: sentence`${number} ${titleAsFiled(ticket)}`,
    body,
    action: { label: sentence`Open ${number}`, url },
    ...(news.comment?.visibility === 'public' ? { aboutPublicComment: true } : {}),
    ...(isRateable
      ? { rates: { ticket: { _id: ticket._id, number: ticket.number }, url: `${url}#rate` } }
      : {}),
  }
}
