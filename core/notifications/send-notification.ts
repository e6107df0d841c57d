import type { Channel, NotifyEntry } from '../outbox/entry.ts'
import { type RetryLater, RetryRecipientLater } from '../provider-errors.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { channels } from '../users/preferences/events.ts'
import { preferencesOf } from '../users/preferences/preferences.ts'
import type { User } from '../users/user.ts'
import { channelsFor, isConnected } from './channels-for.ts'
import { deliverOnce } from './deliveries/deliver-once.ts'
import { notificationRow } from './deliveries/delivery-row.ts'
import { isOldNews } from './old-news.ts'
import { addToBatch, batchEndsAt } from './scheduled/add-to-batch.ts'
import { addToPart } from './scheduled/add-to-part.ts'
import { deferRepeats } from './scheduled/coalesce.ts'
import { type Plan, planFor } from './scheduled/plan.ts'
import type { ScheduledNotification } from './scheduled/scheduled-notification.ts'
import { sendOnChannel } from './send-on-channel.ts'
import type { Sender } from './sender.ts'
import { ticketNoticeFor } from './ticket-notice/ticket-notice-for.ts'

/** @property scheduled how it was scheduled; undefined: it is in the ticket's own outbox */
type Notification = { entry: NotifyEntry; ticket: Ticket; scheduled?: ScheduledNotification | undefined }
type Addressed = Notification & { person: User }

/**
 * Sends one notification to one person on one channel, if they want it there: now, after their quiet hours, in their
 * digest, or in one with others about its ticket. When the channel refuses for good, it schedules another channel.
 * @returns the outcome, for the run's output
 * @throws RetryLater when a retry may help
 */
export async function sendNotification(sender: Sender, notification: Notification): Promise<string> {
  const { desk, deliveries, appUrl } = sender
  const { entry, ticket, scheduled } = notification
  const became = (outcome: string) => `${entry.topic}: ${outcome}`

  const person = await desk.users.survivorOf(await desk.users.find(entry.to))
  if (!person?.active) return became('nobody to tell')
  const addressed = { ...notification, person }
  const row = notificationRow(entry, ticket, person, scheduled)

  const notice = await ticketNoticeFor(desk, { person, entry, ticket, appUrl })
  const plan: Plan = notice ? planOf(addressed, desk.now()) : { action: 'drop' }
  const isTogether = entry.together && !scheduled && plan.action !== 'digest' && plan.action !== 'drop'
  if (isTogether) return became(await addToOthers(sender, addressed, plan))
  if (plan.action === 'defer') return became(await defer(sender, addressed, plan.until))
  if (plan.action === 'digest') return became(await addToDigest(sender, addressed, plan.until))
  if (plan.action === 'drop' || !notice) {
    if (scheduled) await deliveries.dropped([entry.id], 'Outdated before it could be sent.', desk.now())
    return became('not wanted')
  }

  if (!scheduled && (await deferRepeats(sender, addressed))) return became('deferred, to go out with others')
  try {
    const sent = await deliverOnce({ deliveries, now: desk.now }, row, (sending) =>
      sendOnChannel(entry.queue, sender, { notice, person, ticket }, sending),
    )
    return became(sent === null ? await fallBack(sender, addressed) : 'sent')
  } catch (error) {
    if (!(error instanceof RetryRecipientLater) || scheduled) throw error
    return became(await retryAlone(sender, addressed, error))
  }
}

/** Takes the notification out of the ticket's queue, so that what is meant for others doesn't wait behind it. */
async function retryAlone({ desk }: Sender, { entry, ticket, person }: Addressed, { afterMs }: RetryLater) {
  await desk.scheduledNotifications.add({
    _id: entry.id,
    reason: 'retry',
    person: person._id,
    ticket: ticket._id,
    dueAt: new Date(desk.now().getTime() + afterMs),
    outbox: [entry],
  })
  return 'tried again later, by itself'
}

/** A deferred notification is not deferred again. By then it may be outdated or unwanted. */
function planOf({ entry, ticket, person, scheduled }: Addressed, now: Date): Plan {
  const { topic, queue: channel } = entry
  const preferences = preferencesOf(person)
  if (!scheduled) return planFor({ topic, channel, preferences, person, ticket, now })
  if (scheduled.reason !== 'quiet-hours') return { action: 'send' }
  const isWanted = channelsFor(topic, preferences, person).includes(channel)
  return { action: isWanted && !isOldNews(topic, ticket, person) ? 'send' : 'drop' }
}

/** Schedules the notification for the end of the person's quiet hours. Safe to repeat. */
async function defer({ desk, deliveries }: Sender, addressed: Addressed, until: Date): Promise<string> {
  const { entry, ticket, person } = addressed
  await desk.scheduledNotifications.add({
    _id: entry.id,
    reason: 'quiet-hours',
    person: person._id,
    ticket: ticket._id,
    dueAt: until,
    outbox: [entry],
  })
  await deliveries.hold({ ...heldRow(addressed), startedAt: desk.now() }, until)
  return 'deferred for quiet hours'
}

/** Adds the notification to the person's next digest. A full digest continues in another mail. Safe to repeat. */
async function addToDigest({ desk, deliveries }: Sender, addressed: Addressed, until: Date): Promise<string> {
  const { entry, person } = addressed
  await addToPart(
    desk,
    addressed,
    (part) => ({
      _id: `digest:${person._id}:${until.getTime()}:${part + 1}`,
      ...{ reason: 'digest', ticket: null, dueAt: until },
    }),
    (id) => ({ id, at: entry.at, queue: 'mail', kind: 'digest' }),
  )
  await deliveries.hold({ ...heldRow(addressed), startedAt: desk.now() }, until)
  return 'added to digest'
}

/** Adds it to the message about the other tickets that the person was given at once. */
async function addToOthers(sender: Sender, addressed: Addressed, plan: Plan): Promise<string> {
  const until = plan.action === 'defer' ? plan.until : batchEndsAt(sender.desk.now())
  await addToBatch(sender, addressed, until)
  return 'goes out with others'
}

const heldRow = ({ entry, ticket, person, scheduled }: Addressed) =>
  notificationRow(entry, ticket, person, scheduled)

/**
 * Schedules a refused notification on another channel, and on a third if that one refuses too. It does not if the
 * person has turned fallbacks off, if another of their channels may still deliver it, or if an admin resent it.
 */
async function fallBack({ desk, deliveries }: Sender, addressed: Addressed): Promise<string> {
  const { entry, ticket, person, scheduled } = addressed
  const preferences = preferencesOf(person)
  if (scheduled?.reason === 'resend' || !preferences.fallback) return 'refused'
  const refused = await deliveries.refusedLike(heldRow(addressed))
  const isUntried = (one: Channel) =>
    !refused.some(({ channel }) => channel === one) && desk.enabledQueues.has(one)
  if (channelsFor(entry.topic, preferences, person).some(isUntried)) return 'refused'
  const next = channels.find((one) => isUntried(one) && isConnected(one, person))
  if (!next) return 'refused'
  // Two channels that refuse at the same time both get here. The id of the first row makes them schedule only one.
  const id = `${refused[0]?._id ?? entry.id}:${next}`
  await desk.scheduledNotifications.add({
    _id: id,
    reason: 'fallback',
    person: person._id,
    ticket: ticket._id,
    for: entry.id,
    outbox: [{ ...entry, id, queue: next }],
  })
  await deliveries.tookOver(entry.id, next)
  return `refused, goes by ${next}`
}
