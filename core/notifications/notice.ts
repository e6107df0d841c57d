import type { AccountTopic, TicketTopic, Topic } from '../outbox/entry.ts'
import { statusOf } from '../tickets/card.ts'
import type { Comment } from '../tickets/comments/comment.ts'
import type { HistoryEntry, Ticket } from '../tickets/ticket.ts'

/** What one notification says, in plain text with Markdown bodies. Each channel gives it its own form. */
export type Notice = {
  topic: Topic
  subject: string
  /** paragraphs; people's own words in them are Markdown as they wrote it */
  body: string[]
  /** where to go on, e.g. the ticket's page or a single-use link */
  action?: { label: string; url: string }
}

/** What happened. @property to user id of the recipient @property change the history line that it is about */
export type News = { to?: string; comment?: Comment | null; change?: HistoryEntry | undefined }

export const ticketUrl = (appUrl: string, ticket: Pick<Ticket, '_id'>) => `${appUrl}/tickets/${ticket._id}`

const inBrief = (ticket: Ticket) => [
  ticket.summary ?? ticket.description.slice(0, 500),
  [
    ticket.priority && `Priority: ${ticket.priority}`,
    ticket.category && `category: ${ticket.category}`,
    `from ${ticket.requester.name}`,
  ]
    .filter(Boolean)
    .join(', '),
]

type Words = Pick<Notice, 'subject' | 'body'>
type Compose = (ticket: Ticket, news: News & { toRequester: boolean }) => Words

/** The text of each notification about a ticket; the ticket's number and title follow the subject. */
const texts: Record<TicketTopic, Compose> = {
  assigned: (ticket) => ({
    subject: 'Assigned to you',
    body: [...inBrief(ticket), `Why you: ${ticket.assignment?.reason ?? 'chosen by an admin'}`],
  }),
  'taken-over': (ticket) => ({
    subject: 'Taken over',
    body: [`${ticket.assignee?.name ?? 'Somebody'} took over this ticket. You don’t need to do anything.`],
  }),
  'left-open': (ticket) => ({
    subject: 'Nobody assigned',
    body: [...inBrief(ticket), `Nobody was assigned: ${ticket.assignment?.reason ?? 'no moderator fits'}`],
  }),
  waiting: (ticket) => ({
    subject: 'Waiting for your answer',
    body: [
      `${ticket.assignee?.name ?? 'The desk'} needs an answer from you.`,
      `${replyThere(ticket)} and work goes on.`,
    ],
  }),
  resolved: (ticket, { toRequester }) => ({
    subject: 'Resolved',
    body: [
      `${ticket.resolution?.by.name ?? 'The desk'} resolved ${toRequester ? 'your' : 'this'} ticket:`,
      ticket.resolution?.text ?? '',
      ...(toRequester ? [`Not solved? ${replyThere(ticket)} to reopen it.`] : []),
    ],
  }),
  released: (_ticket, { change }) => ({
    subject: 'Released',
    body: [
      `${change?.by?.name ?? 'The desk'} returned this ticket to the queue. Any moderator can claim it.`,
    ],
  }),
  'status-changed': (ticket, { change, toRequester }) => ({
    subject: statusOf(ticket),
    body: [changeLine(change, ticket), ...duplicateLines(ticket, toRequester)],
  }),
  commented: (_ticket, { comment }) => ({
    subject: commentText(comment).subject,
    body: [`${commentText(comment).line}:`, comment?.body ?? ''],
  }),
  mentioned: (_ticket, { comment }) => ({
    subject: `${comment?.author.name ?? 'Somebody'} mentioned you`,
    body: [`${commentText(comment).line}:`, comment?.body ?? ''],
  }),
}

/** The text of a notification about a ticket. */
export function ticketNotice(topic: TicketTopic, ticket: Ticket, appUrl: string, news: News = {}): Notice {
  const toRequester = news.to === undefined || news.to === ticket.requester.id
  const { subject, body } = texts[topic](ticket, { ...news, toRequester })
  return {
    topic,
    subject: `${subject}: #${ticket.number} ${ticket.title}`,
    body,
    action: { label: `Open #${ticket.number}`, url: ticketUrl(appUrl, ticket) },
  }
}

/** Only who has a card on Slack has a thread to reply in. */
const replyThere = ({ surfaces }: Ticket) =>
  surfaces.slack ? 'Reply in its Slack thread or on its page' : 'Reply on its page'

function commentText(comment: Comment | null | undefined) {
  const who = comment?.author.name ?? 'Somebody'
  return comment?.visibility === 'internal'
    ? {
        subject: `Internal note by ${who}`,
        line: `${who} wrote an internal note, for moderators and admins only`,
      }
    : { subject: `${who} commented`, line: `${who} wrote` }
}

const changes: Partial<Record<HistoryEntry['action'], string>> = {
  assigned: 'assigned it',
  claimed: 'is working on it',
  released: 'returned it to the queue',
  'set waiting': 'is waiting for the requester',
  reopened: 'reopened it',
  resolved: 'resolved it',
  closed: 'closed it',
  'unmarked duplicate': 'found that it is not a duplicate, and reopened it',
}

/** The requester follows the original from now on, and may disagree. */
const duplicateLines = (ticket: Ticket, toRequester: boolean) =>
  ticket.duplicateOf && toRequester
    ? [
        `You now follow #${ticket.duplicateOf.number} and will hear when it is resolved.`,
        `Not the same problem? ${replyThere(ticket)} to reopen yours.`,
      ]
    : []

/** Who did what; without a history line, the status that came of it. */
function changeLine(change: HistoryEntry | undefined, ticket: Ticket) {
  if (change?.action === 'marked duplicate')
    return `${change.by?.name ?? 'The desk'} marked it as a duplicate of ${change.note}.`
  const words = change && changes[change.action]
  if (!words) return `New status: ${statusOf(ticket)}.`
  const to = change.action === 'assigned' && ticket.assignee ? ` to ${ticket.assignee.name}` : ''
  return `${change.by?.name ?? 'The desk'} ${words}${to}.`
}

type AccountContext = { name: string; appUrl: string; token: string }

const welcomeUrl = ({ appUrl, token }: AccountContext) => `${appUrl}/welcome#${token}`

/** The text of each notification about an account. */
const accountTexts: Record<AccountTopic, (context: AccountContext) => Omit<Notice, 'topic'>> = {
  'account-created': (context) => ({
    subject: 'Your Deskbridge account',
    body: [
      `Hello ${context.name}, you now have an account on the support desk. You get answers to your tickets where you filed them.`,
      'To follow them in the browser as well, set a password. The link works once and expires in seven days.',
    ],
    action: { label: 'Set a password', url: welcomeUrl(context) },
  }),
  'confirm-address': (context) => ({
    subject: 'Confirm your address for Deskbridge',
    body: [
      `Hello ${context.name}, we received a request to create an account on the support desk with this address.`,
      'Confirm it within a day. If this wasn’t you, ignore this mail: no account is created.',
    ],
    action: { label: 'Confirm my address', url: welcomeUrl(context) },
  }),
  'reset-password': (context) => ({
    subject: 'Reset your Deskbridge password',
    body: [
      `Hello ${context.name}, we received a request to reset the password of your account on the support desk.`,
      'The link works once, expires in an hour, and signs you out on all other devices. If this wasn’t you, ignore this mail: your password stays the same.',
    ],
    action: { label: 'Choose a new password', url: welcomeUrl(context) },
  }),
  'address-known': ({ name, appUrl }) => ({
    subject: 'You already have a Deskbridge account',
    body: [
      `Hello ${name}, we received a request to create an account with this address, but you already have one. Sign in as usual. If this wasn’t you, ignore this mail.`,
    ],
    action: { label: 'Sign in', url: `${appUrl}/login` },
  }),
}

/** @param token the link's secret, where the topic has a link */
export const accountNotice = (topic: AccountTopic, context: AccountContext): Notice => ({
  topic,
  ...accountTexts[topic](context),
})
