import type { NotifyEntry } from '../../outbox/entry.ts'
import type { TicketTopic } from '../../outbox/topics.ts'
import { sentence } from '../../text/sentence.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { User } from '../../users/user.ts'
import { deliverOnce } from '../deliveries/deliver-once.ts'
import { notificationRow } from '../deliveries/delivery-row.ts'
import type { Notice } from '../notice.ts'
import { isOldNews } from '../old-news.ts'
import { sendOnChannel } from '../send-on-channel.ts'
import type { Sender } from '../sender.ts'
import { ticketNoticeFor } from '../ticket-notice/ticket-notice-for.ts'
import { addToPart } from './add-to-part.ts'
import type { DigestItem, ScheduledNotification } from './scheduled-notification.ts'

const windowMs = 5 * 60_000
/** How many notifications of one kind go out one by one within the window. */
const sentAlone = 3

/** Comments and changes are counted apart, so that a lively conversation does not hold up the news that it is solved. */
const kinds: readonly (readonly TicketTopic[])[] = [
  ['commented', 'mentioned'],
  ['taken-over', 'waiting', 'resolved', 'released', 'status-changed'],
]

type Addressed = { entry: NotifyEntry; ticket: Ticket; person: User }

/** Whether this person has heard enough of this ticket on this channel for now. Assignments are never deferred. */
async function isTooMuch(
  { desk, deliveries }: Sender,
  { entry, ticket, person }: Addressed,
  topics: string[],
) {
  const since = new Date(desk.now().getTime() - windowMs)
  const recent = { ticket: ticket._id, person: person._id, channel: entry.queue, topics, since }
  return (await deliveries.countRecent(recent, { except: entry.id, limit: sentAlone })) >= sentAlone
}

/**
 * Defers a notification when its person got several about its ticket within five minutes. What is deferred goes out
 * as one, within five minutes. Safe to repeat.
 * @returns until when; null: send it now
 */
export async function deferRepeats(sender: Sender, addressed: Addressed): Promise<Date | null> {
  const { entry, ticket, person } = addressed
  const topics = kinds.find((kind) => kind.includes(entry.topic))
  if (!topics || !(await isTooMuch(sender, addressed, [...topics]))) return null
  const { desk, deliveries } = sender
  const begun = await deliveries.find(entry.id)
  if (begun && begun.state !== 'held') return null
  const window = Math.floor(desk.now().getTime() / windowMs)
  const until = await addToPart(desk, addressed, (part) => ({
    _id: `more:${ticket._id}:${person._id}:${entry.queue}:${topics[0]}:${window}:${part}`,
    reason: 'coalesced',
    ticket: ticket._id,
    dueAt: new Date((window + 1 + part) * windowMs),
  }))
  await deliveries.hold(
    { ...notificationRow(entry, ticket, person, undefined), startedAt: desk.now() },
    until,
  )
  return until
}

/**
 * Sends what was deferred as one notification: the newest that is not outdated, and how many others there were.
 * @returns the outcome, for the run's output
 */
export async function sendCoalesced(
  sender: Sender,
  scheduled: ScheduledNotification,
  { entry, ticket, person }: Addressed,
): Promise<string> {
  const { desk, deliveries } = sender
  const ids = scheduled.items.map((item) => item.entry.id)
  const newest = await newestNotice(sender, scheduled.items, { ticket, person })
  if (!newest || !person.active) {
    await deliveries.dropped(ids, 'Outdated before it could be sent.', desk.now())
    return 'coalesced: nothing to send'
  }
  const row = { ...notificationRow(newest.entry, ticket, person, undefined), _id: entry.id }
  const notice = withOthers(newest.notice, ids.length - 1)
  const sent = await deliverOnce({ deliveries, now: desk.now }, row, (sending) =>
    sendOnChannel(entry.queue, sender, { notice, person, ticket }, sending),
  )
  if (sent === null) await deliveries.dropped(ids, 'The message that stood for it was refused.', desk.now())
  else await deliveries.sentInDigest(ids, sent, desk.now())
  return `coalesced ${ids.length}: ${sent === null ? 'refused' : 'sent'}`
}

async function newestNotice(
  { desk, appUrl }: Sender,
  items: DigestItem[],
  { ticket, person }: Pick<Addressed, 'ticket' | 'person'>,
): Promise<{ entry: NotifyEntry; notice: Notice } | null> {
  for (const { entry } of items.toReversed()) {
    if (isOldNews(entry.topic, ticket, person)) continue
    const notice = await ticketNoticeFor(desk, { person, entry, ticket, appUrl })
    if (notice) return { entry, notice }
  }
  return null
}

const withOthers = (notice: Notice, others: number): Notice =>
  others === 0
    ? notice
    : {
        ...notice,
        body: [
          ...notice.body,
          sentence`${others} more ${others === 1 ? 'update' : 'updates'} before this one: see the ticket.`,
        ],
      }
