import type { TicketTopic, Topic } from '../outbox/topics.ts'
import type { Paragraph, Sentence } from '../text/sentence.ts'
import type { Ticket } from '../tickets/ticket.ts'

/** The content of a notification. Each channel formats it in its own way. */
export type Notice = {
  topic: Topic
  /** what happened, e.g. "Resolved: #42 Printer on fire" */
  subject: Sentence
  /** the subject of all mails about the ticket; absent: the mail stands alone */
  thread?: Sentence
  body: Paragraph[]
  /** the link to follow, e.g. to the ticket's page or a single-use link */
  action?: { label: Sentence; url: string }
  /** it is about what somebody wrote publicly, so that answers are public, too */
  aboutPublicComment?: true
  /** the resolved ticket that the reader may rate */
  rates?: { ticket: Pick<Ticket, '_id' | 'number'>; url: string }
}

const callsToAct: readonly string[] = ['assigned', 'left-open'] satisfies TicketTopic[]

/** Whether a notification asks its recipient to work on the ticket. On Discord it then has the ticket's buttons. */
export const isCallToAction = (topic: string): topic is TicketTopic => callsToAct.includes(topic)

export const ticketUrl = (appUrl: string, ticket: Pick<Ticket, '_id'>) => `${appUrl}/tickets/${ticket._id}`
