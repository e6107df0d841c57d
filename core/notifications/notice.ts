import type { AccountTopic, TicketTopic, Topic } from '../outbox/entry.ts'
import { joined, markdownText, type Paragraph, type Sentence, sentence } from '../text/sentence.ts'
import { statusOf } from '../tickets/card.ts'
import type { Comment } from '../tickets/comments/comment.ts'
import type { HistoryEntry, Ticket } from '../tickets/ticket.ts'
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
}

const callsToAct: readonly string[] = ['assigned', 'left-open'] satisfies TicketTopic[]

/** Whether a notification asks its recipient to work on the ticket. On Discord it then has the ticket's buttons. */
export const asksToAct = (topic: string): topic is TicketTopic => callsToAct.includes(topic)

/** What happened. @property to user id of the recipient @property change the history entry that it is about */
export type News = { to?: string; comment?: Comment | null; change?: HistoryEntry | undefined }

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
  'taken-over': (ticket) => ({
    subject: sentence`Taken over`,
    body: [
      sentence`${nameOr(ticket.assignee, somebody)} took over this ticket. You don’t need to do anything.`,
    ],
  }),
  'left-open': (ticket) => ({
    subject: sentence`Nobody assigned`,
    body: [
      ...inBrief(ticket),
      sentence`Nobody was assigned: ${ticket.assignment?.reason ?? 'no moderator fits'}`,
    ],
  }),
  waiting: (ticket) => ({
    subject: sentence`Waiting for your answer`,
    body: [
      sentence`${nameOr(ticket.assignee, theDesk)} needs an answer from you.`,
      sentence`${replyThere(ticket)} and work goes on.`,
    ],
  }),
  resolved: (ticket, { toRequester }) => ({
    subject: sentence`Resolved`,
    body: [
      toRequester
        ? sentence`${nameOr(ticket.resolution?.by, theDesk)} resolved your ticket:`
        : sentence`${nameOr(ticket.resolution?.by, theDesk)} resolved this ticket:`,
      markdownText(ticket.resolution?.text ?? ''),
      ...(toRequester ? [sentence`Not solved? ${replyThere(ticket)} to reopen it.`] : []),
    ],
  }),
  released: (_ticket, { change }) => ({
    subject: sentence`Released`,
    body: [
      sentence`${nameOr(change?.by, theDesk)} returned this ticket to the queue. Any moderator can claim it.`,
    ],
  }),
  'status-changed': (ticket, { change, toRequester }) => ({
    subject: statusOf(ticket),
    body: [changeLine(change, ticket), ...duplicateLines(ticket, toRequester)],
  }),
  commented: (_ticket, { comment }) => ({
    subject: commentText(comment).subject,
    body: [sentence`${commentText(comment).line}:`, markdownText(comment?.body ?? '')],
  }),
  mentioned: (_ticket, { comment }) => ({
    subject: sentence`${nameOr(comment?.author, somebody)} mentioned you`,
    body: [sentence`${commentText(comment).line}:`, markdownText(comment?.body ?? '')],
  }),
}

/** Builds the notification about a ticket. */
export function ticketNotice(topic: TicketTopic, ticket: Ticket, appUrl: string, news: News = {}): Notice {
  const toRequester = news.to === undefined || news.to === ticket.requester.id
  const { subject, body } = texts[topic](ticket, { ...news, toRequester })
  const number = sentence`#${ticket.number}`
  return {
    topic,
    subject: sentence`${subject}: ${number} ${ticket.title}`,
    thread: sentence`${number} ${titleAsFiled(ticket)}`,
    body,
    action: { label: sentence`Open ${number}`, url: ticketUrl(appUrl, ticket) },
  }
}

/** Only a requester with a Slack card has a thread to reply in. */
const replyThere = ({ surfaces }: Ticket) =>
  surfaces.slack ? sentence`Reply in its Slack thread or on its page` : sentence`Reply on its page`

function commentText(comment: Comment | null | undefined) {
  const who = nameOr(comment?.author, somebody)
  return comment?.visibility === 'internal'
    ? {
        subject: sentence`Internal note by ${who}`,
        line: sentence`${who} wrote an internal note, for moderators and admins only`,
      }
    : { subject: sentence`${who} commented`, line: sentence`${who} wrote` }
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
const duplicateLines = (ticket: Ticket, toRequester: boolean): Sentence[] =>
  ticket.duplicateOf && toRequester
    ? [
        sentence`You now follow ${numberedWords(ticket.duplicateOf)} and will hear when it is resolved.`,
        sentence`Not the same problem? ${replyThere(ticket)} to reopen yours.`,
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

/** @property name empty when somebody other than the address's owner may have chosen it */
type AccountContext = { name: string; appUrl: string; token: string }

const welcomeUrl = ({ appUrl, token }: AccountContext) => `${appUrl}/welcome#${token}`

const openProfile = ({ appUrl }: AccountContext) => ({
  label: sentence`Open my profile`,
  url: `${appUrl}/profile`,
})

const hello = ({ name }: AccountContext) => (name ? sentence`Hello ${name}` : sentence`Hello`)

/** The texts about accounts. Anyone can sign up with any address, so the mail that asks to confirm it repeats no name. */
const accountTexts: Record<AccountTopic, (context: AccountContext) => Omit<Notice, 'topic'>> = {
  'account-created': (context) => ({
    subject: sentence`Your Deskbridge account`,
    body: [
      sentence`${hello(context)}, you now have an account on the support desk. You get answers to your tickets where you filed them.`,
      sentence`To follow them in the browser as well, set a password. The link works once and expires in seven days.`,
    ],
    action: { label: sentence`Set a password`, url: welcomeUrl(context) },
  }),
  'confirm-address': (context) => ({
    subject: sentence`Confirm your address for Deskbridge`,
    body: [
      sentence`Hello, we received a request to create an account on the support desk with this address.`,
      sentence`Confirm it within a day. If this wasn’t you, ignore this mail: no account is created.`,
    ],
    action: { label: sentence`Confirm my address`, url: welcomeUrl(context) },
  }),
  'reset-password': (context) => ({
    subject: sentence`Reset your Deskbridge password`,
    body: [
      sentence`${hello(context)}, we received a request to reset the password of your account on the support desk.`,
      sentence`The link works once, expires in an hour, and signs you out on all other devices. If this wasn’t you, ignore this mail: your password stays the same.`,
    ],
    action: { label: sentence`Choose a new password`, url: welcomeUrl(context) },
  }),
  'address-known': (context) => ({
    subject: sentence`You already have a Deskbridge account`,
    body: [
      sentence`${hello(context)}, we received a request to create an account with this address, but you already have one. Sign in as usual. If this wasn’t you, ignore this mail.`,
    ],
    action: { label: sentence`Sign in`, url: `${context.appUrl}/login` },
  }),
  'second-factor-on': (context) => ({
    subject: sentence`Two-step sign-in is on`,
    body: [
      sentence`${hello(context)}, from now on you need a code from your authenticator app to sign in to the support desk. Your other devices are signed out.`,
      sentence`If this wasn’t you, ask an admin to reset your two-step sign-in, and change your password.`,
    ],
    action: openProfile(context),
  }),
  'second-factor-off': (context) => ({
    subject: sentence`Two-step sign-in is off`,
    body: [
      sentence`${hello(context)}, your password alone is enough again to sign in to the support desk.`,
      sentence`If this wasn’t you, change your password and turn two-step sign-in on again.`,
    ],
    action: openProfile(context),
  }),
  'second-factor-reset': (context) => ({
    subject: sentence`Your two-step sign-in was reset`,
    body: [
      sentence`${hello(context)}, an admin has reset your two-step sign-in and signed you out everywhere. You can sign in with your password and set it up again.`,
      sentence`If you didn’t ask for this, change your password and tell an admin.`,
    ],
    action: openProfile(context),
  }),
  'recovery-code-used': (context) => ({
    subject: sentence`A recovery code was used`,
    body: [
      sentence`${hello(context)}, one of your recovery codes was used in place of a code from your authenticator app. It doesn’t work a second time.`,
      sentence`If this wasn’t you, change your password and make new recovery codes.`,
    ],
    action: openProfile(context),
  }),
}

/** @param context.token the secret in the link; empty for a topic without a single-use link */
export const accountNotice = (topic: AccountTopic, context: AccountContext): Notice => ({
  topic,
  ...accountTexts[topic](context),
})
