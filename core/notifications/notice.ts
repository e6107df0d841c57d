import type { Topic } from '../outbox/entry.ts'
import { statusOf } from '../tickets/card.ts'
import type { Comment } from '../tickets/comments/comment.ts'
import type { HistoryEntry, Ticket } from '../tickets/ticket.ts'
import type { TicketTopic } from './events.ts'

/** What one notification says, in plain words with Markdown bodies; each channel gives it its own form. */
export type Notice = {
  topic: Topic
  subject: string
  /** paragraphs; people's own words in them are Markdown as they wrote it */
  body: string[]
  /** where to go on, e.g. the ticket's page or a single-use link */
  action?: { label: string; url: string }
}

/** @property to user id of who is told @property comment what was said @property deed what was done */
export type News = { to?: string; comment?: Comment | null; deed?: HistoryEntry | undefined }

export const ticketUrl = (appUrl: string, ticket: Pick<Ticket, '_id'>) => `${appUrl}/tickets/${ticket._id}`

const openIt = (appUrl: string, ticket: Ticket) => ({
  label: `Open #${ticket.number}`,
  url: ticketUrl(appUrl, ticket),
})

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

/** The words of each notification about a ticket. */
export function ticketNotice(topic: TicketTopic, ticket: Ticket, appUrl: string, news: News = {}): Notice {
  const toRequester = news.to === undefined || news.to === ticket.requester.id
  const name = `#${ticket.number} ${ticket.title}`
  const action = openIt(appUrl, ticket)
  switch (topic) {
    case 'assigned':
      return {
        topic,
        subject: `Assigned to you: ${name}`,
        body: [...inBrief(ticket), `Why you: ${ticket.assignment?.reason ?? 'chosen by an admin'}`],
        action,
      }
    case 'taken-over':
      return {
        topic,
        subject: `Taken over: ${name}`,
        body: [`${ticket.assignee?.name ?? 'Somebody'} has taken this ticket. You need not do anything.`],
        action,
      }
    case 'left-open':
      return {
        topic,
        subject: `Waiting for somebody: ${name}`,
        body: [
          ...inBrief(ticket),
          `Nobody was assigned: ${ticket.assignment?.reason ?? 'no moderator fits'}`,
        ],
        action,
      }
    case 'waiting':
      return {
        topic,
        subject: `Waiting for you: ${name}`,
        body: [
          `${ticket.assignee?.name ?? 'The desk'} needs an answer from you to go on.`,
          'Reply in its Slack thread or on its page; it is taken up again then.',
        ],
        action,
      }
    case 'resolved':
      return {
        topic,
        subject: `Resolved: ${name}`,
        body: [
          `${ticket.resolution?.by.name ?? 'The desk'} has resolved ${toRequester ? 'your' : 'this'} ticket:`,
          ticket.resolution?.text ?? '',
          ...(toRequester
            ? ['Not solved? Reply in its Slack thread or on its page, and it is open again.']
            : []),
        ],
        action,
      }
    case 'released':
      return {
        topic,
        subject: `Released: ${name}`,
        body: [
          `${news.deed?.by?.name ?? 'The desk'} has given this ticket back to the queue. Any moderator may claim it.`,
        ],
        action,
      }
    case 'status-changed':
      return {
        topic,
        subject: `${statusOf(ticket)}: ${name}`,
        body: [deedLine(news.deed, ticket), ...duplicateLines(ticket, toRequester)],
        action,
      }
    case 'commented':
      return {
        topic,
        subject: `${saying(news.comment).subject}: ${name}`,
        body: [`${saying(news.comment).line}:`, news.comment?.body ?? ''],
        action,
      }
    case 'mentioned':
      return {
        topic,
        subject: `${news.comment?.author.name ?? 'Somebody'} mentioned you: ${name}`,
        body: [`${saying(news.comment).line}:`, news.comment?.body ?? ''],
        action,
      }
  }
}

function saying(comment: Comment | null | undefined) {
  const who = comment?.author.name ?? 'Somebody'
  return comment?.visibility === 'internal'
    ? { subject: `Internal note by ${who}`, line: `${who} has noted, for moderators and admins only` }
    : { subject: `${who} wrote`, line: `${who} has written` }
}

const deeds: Partial<Record<HistoryEntry['action'], string>> = {
  assigned: 'has assigned it',
  claimed: 'is working on it now',
  released: 'has given it back to the queue',
  'set waiting': 'has set it aside until its requester answers',
  reopened: 'has opened it again',
  resolved: 'has resolved it',
  closed: 'has closed it for good',
  'unmarked duplicate': 'has found that it is no duplicate: it goes on by itself',
}

/** Its requester follows the other ticket from now on, and may disagree. */
const duplicateLines = ({ duplicateOf }: Ticket, toRequester: boolean) =>
  duplicateOf && toRequester
    ? [
        `You follow #${duplicateOf.number} from now on, and are told when it is resolved.`,
        'Not the same? Reply in its Slack thread or on its page, and it is open again.',
      ]
    : []

/** Who did what. A deed that is forgotten is told by what came of it. */
function deedLine(deed: HistoryEntry | undefined, ticket: Ticket) {
  if (deed?.action === 'marked duplicate')
    return `${deed.by?.name ?? 'The desk'} has marked it as a duplicate of ${deed.note}.`
  const words = deed && deeds[deed.action]
  if (!words) return `It is now: ${statusOf(ticket)}.`
  const to = deed.action === 'assigned' && ticket.assignee ? ` to ${ticket.assignee.name}` : ''
  return `${deed.by?.name ?? 'The desk'} ${words}${to}.`
}

const welcomeUrl = (appUrl: string, token: string) => `${appUrl}/welcome#${token}`

/** The words of each notification about an account. @param token the link's secret, where the topic has one */
export function accountNotice(
  topic: Extract<Topic, 'account-created' | 'confirm-address' | 'address-known' | 'reset-password'>,
  { name, appUrl, token }: { name: string; appUrl: string; token: string },
): Notice {
  switch (topic) {
    case 'account-created':
      return {
        topic,
        subject: 'Your Deskbridge account',
        body: [
          `Hello ${name}, you have an account on the support desk now. Your tickets and their answers reach you where you filed them.`,
          'To follow them in the browser too, set a password. The link works once, for seven days.',
        ],
        action: { label: 'Set a password', url: welcomeUrl(appUrl, token) },
      }
    case 'confirm-address':
      return {
        topic,
        subject: 'Confirm your address for Deskbridge',
        body: [
          `Hello ${name}, somebody, you we hope, asked for an account on the support desk with this address.`,
          'Confirm it within a day to start. If it was not you, ignore this mail: nothing happens.',
        ],
        action: { label: 'Confirm my address', url: welcomeUrl(appUrl, token) },
      }
    case 'reset-password':
      return {
        topic,
        subject: 'A new password for Deskbridge',
        body: [
          `Hello ${name}, somebody, you we hope, asked for a new password for your account on the support desk.`,
          'The link works once, for an hour, and signs you out everywhere else. If it was not you, ignore this mail: your password stays as it is.',
        ],
        action: { label: 'Choose a new password', url: welcomeUrl(appUrl, token) },
      }
    case 'address-known':
      return {
        topic,
        subject: 'You have a Deskbridge account already',
        body: [
          `Hello ${name}, somebody asked for an account with this address, but you have one. Sign in as usual; if it was not you, ignore this mail.`,
        ],
        action: { label: 'Sign in', url: `${appUrl}/login` },
      }
  }
}
