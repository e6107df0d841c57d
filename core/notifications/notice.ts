import type { AccountTopic, TicketTopic, Topic } from '../outbox/entry.ts'
import { statusOf } from '../tickets/card.ts'
import type { Comment } from '../tickets/comments/comment.ts'
import type { HistoryEntry, Ticket } from '../tickets/ticket.ts'

/** The content of a notification: plain text, with Markdown in the body. Each channel formats it in its own way. */
export type Notice = {
  topic: Topic
  subject: string
  /** paragraphs; text that people wrote is the Markdown that they typed */
  body: string[]
  /** the link to follow, e.g. to the ticket's page or a single-use link */
  action?: { label: string; url: string }
}

const callsToAct: readonly string[] = ['assigned', 'left-open'] satisfies TicketTopic[]

/** Whether a notification asks its recipient to work on the ticket. On Discord it then has the ticket's buttons. */
export const asksToAct = (topic: string): topic is TicketTopic => callsToAct.includes(topic)

/** What happened. @property to user id of the recipient @property change the history entry that it is about */
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

/** The texts about tickets. `ticketNotice` adds the ticket's number and title to the subject. */
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

/** Builds the notification about a ticket. */
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

/** Only a requester with a Slack card has a thread to reply in. */
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

/** Tells the requester that they now follow the original and how to object. */
const duplicateLines = (ticket: Ticket, toRequester: boolean) =>
  ticket.duplicateOf && toRequester
    ? [
        `You now follow #${ticket.duplicateOf.number} and will hear when it is resolved.`,
        `Not the same problem? ${replyThere(ticket)} to reopen yours.`,
      ]
    : []

/** Who did what. Without a history entry, the new status. */
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

/** The texts about accounts. */
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

/** @param context.token the secret in the link; empty for a topic without a single-use link */
export const accountNotice = (topic: AccountTopic, context: AccountContext): Notice => ({
  topic,
  ...accountTexts[topic](context),
})
