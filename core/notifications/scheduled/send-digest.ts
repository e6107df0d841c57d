import type { DigestEntry } from '../../outbox/entry.ts'
import { clockAt } from '../../users/preferences/local-time.ts'
import { preferencesOf } from '../../users/preferences/preferences.ts'
import type { User } from '../../users/user.ts'
import { deliverOnce } from '../deliveries/deliver-once.ts'
import { composeMail } from '../mail/mail.ts'
import { addressOf, mailContext, unsubscribeUrl } from '../mail/mail-context.ts'
import { ticketUrl } from '../notice.ts'
import { isOldNews } from '../old-news.ts'
import type { Sender } from '../sender.ts'
import { ticketNoticeFor } from '../ticket-notice/ticket-notice-for.ts'
import { composeDigest, type DigestLine, digestText } from './digest.ts'
import type { DigestItem, ScheduledNotification } from './scheduled-notification.ts'

/**
 * Sends one mail with all notifications that are not outdated, or none if all are.
 * @returns the outcome, for the run's output
 */
export async function sendDigest(
  sender: Sender,
  scheduled: ScheduledNotification,
  entry: DigestEntry,
  person: User,
): Promise<string> {
  const { desk, deliveries } = sender
  const items = await Promise.all(
    scheduled.items.map(async (item) => ({ id: item.entry.id, line: await lineOf(sender, item, person) })),
  )
  const lines = items.flatMap(({ line }) => (line ? [line] : []))
  const idsOf = (isNews: boolean) =>
    items.filter(({ line }) => (line !== null) === isNews).map(({ id }) => id)
  await deliveries.dropped(idsOf(false), 'Outdated before it could be sent.', desk.now())
  if (lines.length === 0 || !person.email || !person.emailVerified || !person.active) {
    await deliveries.dropped(idsOf(true), 'Nobody to send the digest to.', desk.now())
    return 'digest: nothing to send'
  }
  const sent = await sendLines(sender, entry, person, lines)
  if (sent === null) await deliveries.dropped(idsOf(true), 'The digest was refused.', desk.now())
  else await deliveries.sentInDigest(idsOf(true), sent, desk.now())
  return `digest of ${lines.length}: ${sent === null ? 'refused' : 'sent'}`
}

function sendLines(sender: Sender, entry: DigestEntry, person: User, lines: DigestLine[]) {
  const { desk, deliveries, mailer, appUrl } = sender
  const row = {
    _id: entry.id,
    channel: 'mail' as const,
    about: 'digest',
    to: person._id,
    name: person.name,
    ticket: null,
  }
  return deliverOnce({ deliveries, now: desk.now }, row, ({ key }) =>
    mailer.send(
      composeMail(composeDigest(lines, appUrl), addressOf(person), {
        ...mailContext(sender, key, 'you chose one mail a day'),
        unsubscribeUrl: unsubscribeUrl(sender, person._id, 'all'),
      }),
    ),
  )
}

/** @returns null when it is outdated */
async function lineOf({ desk, appUrl }: Sender, item: DigestItem, person: User): Promise<DigestLine | null> {
  const ticket = await desk.tickets.find(item.ticket)
  if (!ticket || isOldNews(item.entry.topic, ticket, person)) return null
  const notice = await ticketNoticeFor(desk, { person, entry: item.entry, ticket, appUrl })
  if (!notice) return null
  const at = clockAt(item.at, preferencesOf(person).timeZone)
  return {
    ticket: ticket._id,
    heading: notice.ticketName,
    text: digestText(at, notice),
    url: ticketUrl(appUrl, ticket),
  }
}
