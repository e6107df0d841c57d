import { refusedFiles } from '../attachments/refused-files.ts'
import type { TicketTopic, Topic } from '../outbox/topics.ts'
import { joined, markdownText, type Paragraph, type Sentence, sentence } from '../text/sentence.ts'
import { statusOf } from '../tickets/card.ts'
import type { Comment } from '../tickets/comments/comment.ts'
import type { HistoryEntry } from '../tickets/history-entry.ts'
import { shouldAskForRating } from '../tickets/rating.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { titleAsFiled } from '../tickets/title-as-filed.ts'

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

/**
 * What happened. @property to user id of the recipient @property change the history entry that it is about
 * @property answeredByMail whether the recipient can answer the notification itself
 * @property isInThread whether it is shown in the thread where the requester replies
 */
export type News = {
  to?: string
  comment?: Comment | null
  change?: HistoryEntry | undefined
  answeredByMail?: boolean
  isInThread?: boolean
}

export const ticketUrl = (appUrl: string, ticket: Pick<Ticket, '_id'>) => `${appUrl}/tickets/${ticket._id}`

const inBrief = (ticket: Ticket): Paragraph[] => [
  markdownText(ticket.summary ?? ticket.description.slice(0, 500)),
  joined(
    [
      ...(ticket.priority ? [sentence`Priority: ${ticket.priority}`] : []),
      ...(ticket.category ? [sentence`category: ${ticket.category}`] : []),
      sentence`from ${ticket.requester.name}`,
    ],
    ', ',
  ),
]

type Words = Pick<Notice, 'subject' | 'body'>
type Compose = (ticket: Ticket, news: News & { toRequester: boolean }) => Words

const theDesk = sentence`The desk`
const nameOr = (person: { name: string } | null | undefined, otherwise: Sentence) =>
  person ? sentence`${person.name}` : otherwise
const somebody = sentence`Somebody`

/** The texts about tickets. `ticketNotice` adds the ticket's number and title to the subject. */
const texts: Record<TicketTopic, Compose> = {
  assigned: (ticket) => ({
    subject: sentence`Assigned to you`,
    body: [...inBrief(ticket), sentence`Why you: ${ticket.assignment?.reason ?? 'chosen by an admin'}`],
  }),
  'taken-over': (ticket, { change }) => ({
    subject: sentence`Taken over`,
    body: [
      change?.action === 'assigned' && !change.by
        ? sentence`You did not claim this ticket in time. It went to ${nameOr(ticket.assignee, somebody)}.`
        : sentence`${nameOr(ticket.assignee, somebody)} took over this ticket. You don’t need to do anything.`,
    ],
  }),
  'left-open': (ticket) => ({
    subject: sentence`Nobody assigned`,
    body: [
      ...inBrief(ticket),
      sentence`Nobody was assigned: ${ticket.assignment?.reason ?? 'no moderator fits'}`,
    ],
  }),
  waiting: (ticket, news) => ({
    subject: sentence`Waiting for your answer`,
    body: [
      sentence`${nameOr(ticket.assignee, theDesk)} needs an answer from you.`,
      sentence`${replyThere(ticket, news)} and work goes on.`,
    ],
  }),
  resolved: (ticket, { toRequester, ...news }) => ({
    subject: sentence`Resolved`,
    body: [
      toRequester
        ? sentence`${nameOr(ticket.resolution?.by, theDesk)} resolved your ticket:`
        : sentence`${nameOr(ticket.resolution?.by, theDesk)} resolved this ticket:`,
      markdownText(ticket.resolution?.text ?? ''),
      ...(toRequester ? [sentence`Not solved? ${replyThere(ticket, news)} to reopen it.`] : []),
    ],
  }),
  released: (_ticket, { change }) => ({
    subject: sentence`Released`,
    body: [
      change?.action === 'left open'
        ? sentence`You did not claim this ticket in time. Any moderator can claim it now.`
        : sentence`${nameOr(change?.by, theDesk)} returned this ticket to the queue. Any moderator can claim it.`,
    ],
  }),
  'status-changed': (ticket, { change, toRequester, ...news }) => ({
    subject: statusOf(ticket),
    body: [changeLine(change, ticket), ...duplicateLines(ticket, toRequester, news)],
  }),
  commented: (_ticket, { comment }) => ({
    subject: commentText(comment).subject,
    body: commentBody(comment),
  }),
  'file-failed': (ticket, { comment }) => ({
    subject: sentence`A file did not arrive`,
    body: [
      refusedFiles(comment ? comment.files : ticket.files) ?? sentence`A file that you sent did not arrive.`,
      sentence`Everything else that you sent is on the ticket.`,
    ],
  }),
  mentioned: (_ticket, { comment }) => ({
    subject: sentence`${nameOr(comment?.author, somebody)} mentioned you`,
    body: commentBody(comment),
  }),
}

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

/** Only a requester with a card has a thread to reply in. */
function replyThere(
  { surfaces }: Ticket,
  { answeredByMail, isInThread }: Pick<News, 'answeredByMail' | 'isInThread'>,
) {
  if (answeredByMail) return sentence`Reply to this mail`
  if (isInThread) return sentence`Reply in this thread or on its page`
  if (surfaces.discordRequester?.card) return sentence`Reply in its Discord thread or on its page`
  return surfaces.slack ? sentence`Reply in its Slack thread or on its page` : sentence`Reply on its page`
}

function commentText(comment: Comment | null | undefined) {
  const who = nameOr(comment?.author, somebody)
  return comment?.visibility === 'internal'
    ? {
        subject: sentence`Internal note by ${who}`,
        line: sentence`${who} wrote an internal note, for moderators and admins only`,
      }
    : { subject: sentence`${who} commented`, line: sentence`${who} wrote` }
}

/** A comment's text, and the names of its files. */
function commentBody(comment: Comment | null | undefined) {
  const { body = '', files = [] } = comment ?? {}
  const names = files.map(({ name }) => name).join(', ')
  return [
    sentence`${commentText(comment).line}:`,
    ...(body || !names ? [markdownText(body)] : []),
    ...(names ? [sentence`Files: ${names}`] : []),
  ]
}

const changes: Partial<Record<HistoryEntry['action'], Sentence>> = {
  assigned: sentence`assigned it`,
  claimed: sentence`is working on it`,
  released: sentence`returned it to the queue`,
  'set waiting': sentence`is waiting for the requester`,
  reopened: sentence`reopened it`,
  resolved: sentence`resolved it`,
  closed: sentence`closed it`,
  'unmarked duplicate': sentence`found that it is not a duplicate, and reopened it`,
}

/** Tells the requester that they now follow the original and how to object. */
const duplicateLines = (ticket: Ticket, toRequester: boolean, news: News): Sentence[] =>
  ticket.duplicateOf && toRequester
    ? [
        sentence`You now follow ${numberedWords(ticket.duplicateOf)} and will hear when it is resolved.`,
        sentence`Not the same problem? ${replyThere(ticket, news)} to reopen yours.`,
      ]
    : []

const numberedWords = ({ number }: { number: number }) => sentence`#${number}`

/** Who did what. Without a history entry, the new status. */
function changeLine(change: HistoryEntry | undefined, ticket: Ticket): Sentence {
  const who = nameOr(change?.by, theDesk)
  if (change?.action === 'marked duplicate')
    return sentence`${who} marked it as a duplicate of ${change.note ?? ''}.`
  const words = change && changes[change.action]
  if (!words) return sentence`New status: ${statusOf(ticket)}.`
  const to =
    change.action === 'assigned' && ticket.assignee ? sentence` to ${ticket.assignee.name}` : sentence``
  return sentence`${who} ${words}${to}.`
}
