import type { NotifyEntry } from '../../outbox/entry.ts'
import { RefusedByProvider } from '../../provider-errors.ts'
import { sentence } from '../../text/sentence.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { sortByUrgency } from '../../triage/sort-by-urgency.ts'
import type { User } from '../../users/user.ts'
import { deliverOnce } from '../deliveries/deliver-once.ts'
import { composeMail } from '../mail/mail.ts'
import { addressOf, mailContext, unsubscribeUrlFor } from '../mail/mail-context.ts'
import type { Sending } from '../messengers/sending.ts'
import type { Notice } from '../notice.ts'
import { isOldNews } from '../old-news.ts'
import type { Sender } from '../sender.ts'
import type { ScheduledNotification } from './scheduled-notification.ts'

/**
 * Sends one message about all tickets that somebody was given at once and still has.
 * @returns the outcome, for the run's output
 */
export async function sendBatch(
  sender: Sender,
  scheduled: ScheduledNotification,
  entry: NotifyEntry,
  person: User,
): Promise<string> {
  const { desk, deliveries } = sender
  const found = await desk.tickets.findAll(scheduled.items.map(({ ticket }) => ticket))
  const theirs = sortByUrgency(found).filter((ticket) => !isOldNews(entry.topic, ticket, person))
  const news = new Set(theirs.map(({ _id }) => _id))
  const idsOf = (isNews: boolean) =>
    scheduled.items.filter(({ ticket }) => news.has(ticket) === isNews).map((item) => item.entry.id)
  await deliveries.dropped(idsOf(false), 'Outdated before it could be sent.', desk.now())
  if (theirs.length === 0 || !person.active) {
    await deliveries.dropped(idsOf(true), 'Nobody to tell.', desk.now())
    return 'batch: nothing to send'
  }
  const row = {
    ...{ _id: entry.id, channel: entry.queue, about: entry.topic },
    ...{ to: person._id, name: person.name, ticket: null },
  }
  const sent = await deliverOnce({ deliveries, now: desk.now }, row, (sending) =>
    sendTo(entry.queue, sender, { notice: batchNotice(theirs, sender.appUrl), person }, sending),
  )
  if (sent === null)
    await deliveries.dropped(idsOf(true), 'The message that named it was refused.', desk.now())
  else await deliveries.sentInDigest(idsOf(true), sent, desk.now())
  return `batch of ${theirs.length} tickets: ${sent === null ? 'refused' : 'sent'}`
}

/** One line for each ticket. */
export function batchNotice(
  tickets: Pick<Ticket, 'number' | 'title' | 'priority'>[],
  appUrl: string,
): Notice {
  const count = tickets.length === 1 ? '1 more ticket' : `${tickets.length} more tickets`
  return {
    topic: 'assigned',
    subject: sentence`Assigned to you: ${count}`,
    body: [
      sentence`They had waited because nobody could take them:`,
      ...tickets.map(({ number, title, priority }) =>
        priority ? sentence`#${number} ${title} (${priority})` : sentence`#${number} ${title}`,
      ),
    ],
    action: { label: sentence`Open Deskbridge`, url: appUrl },
  }
}

function sendTo(
  channel: NotifyEntry['queue'],
  sender: Sender,
  { notice, person }: { notice: Notice; person: User },
  sending: Sending,
): Promise<string> {
  if (channel === 'slack' && sender.slack && person.slack)
    return sender.slack.sendDirect(notice, person.slack, sending)
  if (channel === 'discord' && sender.discord && person.discord)
    return sender.discord.sendDirect(notice, person.discord, sending)
  if (channel !== 'mail' || !person.emailVerified)
    throw new RefusedByProvider('They can’t be reached there any more.')
  return sender.mailer.send(
    composeMail(notice, addressOf(person), {
      ...mailContext(sender, sending.key, 'these tickets are assigned to you'),
      unsubscribeUrl: unsubscribeUrlFor(sender, person, notice.topic),
    }),
  )
}
