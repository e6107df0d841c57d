import { refusedFiles } from '../../attachments/refused-files.ts'
import type { TicketTopic } from '../../outbox/topics.ts'
import { joined, markdownText, type Paragraph, type Sentence, sentence } from '../../text/sentence.ts'
import { statusOf } from '../../tickets/card.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { Notice } from '../notice.ts'
import { changeLine } from './change-line.ts'
import { commentBody, commentText } from './comment-words.ts'
import { nameOr, somebody, theDesk } from './names.ts'
import type { News } from './news.ts'

type Words = Pick<Notice, 'subject' | 'body'>
type Compose = (ticket: Ticket, news: News & { toRequester: boolean }) => Words

/** The texts about tickets. `ticketNotice` adds the ticket's number and title to the subject. */
export const texts: Record<TicketTopic, Compose> = {
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

/** Tells the requester that they now follow the original and how to object. */
const duplicateLines = (ticket: Ticket, toRequester: boolean, news: News): Sentence[] =>
  ticket.duplicateOf && toRequester
    ? [
        sentence`You now follow ${numberedWords(ticket.duplicateOf)} and will hear when it is resolved.`,
        sentence`Not the same problem? ${replyThere(ticket, news)} to reopen yours.`,
      ]
    : []

const numberedWords = ({ number }: { number: number }) => sentence`#${number}`
