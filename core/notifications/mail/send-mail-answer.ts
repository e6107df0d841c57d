import type { MailAnswerEntry, MailProblem } from '../../outbox/entry.ts'
import { sentence } from '../../text/sentence.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { titleAsFiled } from '../../tickets/title-as-filed.ts'
import type { User } from '../../users/user.ts'
import { deliverOnce } from '../deliveries/deliver-once.ts'
import { ticketUrl } from '../notice.ts'
import type { ScheduledNotification } from '../scheduled/scheduled-notification.ts'
import type { Sender } from '../sender.ts'
import { composeMail, type MailWords } from './mail.ts'
import { mailContext } from './mail-context.ts'
import { whereAnswersReach } from './where-answers-reach.ts'

/**
 * Tells the sender of a mail what became of it. The mail repeats nothing of theirs: whoever sends under a wrong address
 * can't use the desk to write to others.
 * @returns the outcome, for the run's output
 */
export async function sendMailAnswer(
  sender: Sender,
  { person, ticket: id }: ScheduledNotification,
  entry: MailAnswerEntry,
): Promise<string> {
  const { desk, deliveries, appUrl, mailer } = sender
  const about = entry.problem ? 'mail-refused' : 'mail-filed'
  const ticket = id ? await desk.tickets.find(id) : null
  const user = person ? await desk.users.find(person) : null
  const words = ticket
    ? filedWords(ticket, user, appUrl)
    : entry.problem && refusalWords(entry.problem, appUrl)
  if (!words) return `${about}: ticket gone`
  const row = {
    ...{ _id: entry.id, channel: 'mail' as const, about, to: user?._id ?? null, name: user?.name ?? null },
    ...{ ticket: ticket?._id ?? null, number: ticket?.number ?? null },
  }
  const address =
    ticket && user && desk.replyAddresses?.sign({ ticket, user: user._id, visibility: 'public' })
  const sent = await deliverOnce({ deliveries, now: desk.now }, row, ({ key }) =>
    mailer.send(
      composeMail(
        words,
        { email: entry.to, name: '' },
        {
          ...mailContext(sender, key, 'you wrote to the desk'),
          thread: ticket ? `ticket.${ticket._id}` : undefined,
          reply: address ? { address, does: 'comment on the ticket' } : undefined,
        },
      ),
    ),
  )
  return `${about}: ${sent === null ? 'refused' : 'sent'}`
}

const filedWords = (ticket: Ticket, sender: User | null, appUrl: string): MailWords => ({
  subject: sentence`Filed: ${`#${ticket.number}`} ${ticket.title}`,
  thread: sentence`${`#${ticket.number}`} ${titleAsFiled(ticket)}`,
  body: [
    sentence`We received your mail and filed it as ${`#${ticket.number}`}. ${whereAnswersReach(sender)}`,
  ],
  action: { label: sentence`Open ${`#${ticket.number}`}`, url: ticketUrl(appUrl, ticket) },
})

const problems: Record<MailProblem, string> = {
  'unknown-sender':
    'The desk takes mail only from people who have an account and have confirmed its address. Sign in or sign up there, or write from the address of your account.',
  'wrong-sender':
    'The address that you wrote to belongs to another notification or another person. Answer the latest mail about the ticket that you got yourself, from the address that you got it at.',
  'not-allowed':
    'The ticket doesn’t exist any more, or you can’t comment on it. Open the desk to see your tickets, or write to its address to file a new one.',
  empty: 'We found no text of yours in it. Write your answer above the quoted mail and send it again.',
}

const refusalWords = (problem: MailProblem, appUrl: string): MailWords => ({
  subject: sentence`Your mail to the support desk was not added`,
  body: [sentence`${problems[problem]}`],
  action: { label: sentence`Open Deskbridge`, url: appUrl },
})
