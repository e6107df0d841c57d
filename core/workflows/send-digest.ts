import { deliverOnce } from '../notifications/deliver-once.ts'
import { composeDigest, type DigestLine } from '../notifications/digest.ts'
import { clockAt } from '../notifications/local-time.ts'
import { composeMail } from '../notifications/mail.ts'
import { ticketUrl } from '../notifications/notice.ts'
import { isOldNews } from '../notifications/old-news.ts'
import { preferencesOf } from '../notifications/preferences.ts'
import type { DigestItem, ScheduledNotification } from '../notifications/scheduled-notification.ts'
import { ticketNoticeFor } from '../notifications/ticket-notice-for.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import type { User } from '../users/user.ts'
import { addressOf, placeOf, unsubscribeUrl } from './deliver-mail.ts'
import type { Worker } from './worker.ts'

/** One mail with all that was gathered for it, in words of now; nothing is sent when nothing of it is news any more. */
export async function sendDigest(
  worker: Worker,
  scheduled: ScheduledNotification,
  owed: OutboxEntry,
  person: User,
) {
  const { desk, deliveries, mailer } = worker
  const told = await Promise.all(
    scheduled.items.map(async (item) => ({ id: item.owed.id, line: await lineOf(worker, item, person) })),
  )
  const lines = told.flatMap(({ line }) => (line ? [line] : []))
  const idsOf = (isTold: boolean) => told.filter(({ line }) => (line !== null) === isTold).map(({ id }) => id)
  await deliveries.dropped(idsOf(false), 'It was no news any more.', desk.now())
  if (lines.length === 0 || !person.email || !person.active) {
    await deliveries.dropped(idsOf(true), 'There was nobody to send the digest to.', desk.now())
    return
  }
  const row = {
    _id: owed.id,
    channel: 'mail' as const,
    about: 'digest',
    to: person._id,
    name: person.name,
    ticket: null,
  }
  const sent = await deliverOnce({ deliveries, now: desk.now }, row, ({ key }) =>
    mailer.send(
      composeMail(composeDigest(lines, worker.appUrl), addressOf(person), {
        ...placeOf(worker, key, 'you have chosen one mail a day'),
        unsubscribeUrl: unsubscribeUrl(worker, person._id, 'all'),
      }),
    ),
  )
  if (sent === null) await deliveries.dropped(idsOf(true), 'The digest was refused.', desk.now())
  else await deliveries.sentInDigest(idsOf(true), sent, desk.now())
}

/** @returns null when it is no news any more */
async function lineOf({ desk, appUrl }: Worker, item: DigestItem, person: User): Promise<DigestLine | null> {
  const ticket = await desk.tickets.find(item.ticket)
  const { about } = item.owed
  if (!ticket || !about || isOldNews(about, ticket, person)) return null
  const notice = await ticketNoticeFor(desk, { person, owed: item.owed, ticket, appUrl })
  if (!notice) return null
  const at = clockAt(item.at, preferencesOf(person).timeZone)
  return { ticket: ticket._id, text: `${at} ${notice.subject}`, url: ticketUrl(appUrl, ticket) }
}
