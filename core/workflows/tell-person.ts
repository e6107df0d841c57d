import { channelsFor } from '../notifications/channels-for.ts'
import { deliverOnce } from '../notifications/deliver-once.ts'
import type { Sending } from '../notifications/messengers.ts'
import type { Notice } from '../notifications/notice.ts'
import { isOldNews } from '../notifications/old-news.ts'
import { type Plan, planFor } from '../notifications/plan.ts'
import { preferencesOf } from '../notifications/preferences.ts'
import { ticketNoticeFor } from '../notifications/ticket-notice-for.ts'
import type { Topic } from '../outbox/entry.ts'
import { fallBack } from './fall-back.ts'
import { collect, holdBack } from './hold-back.ts'
import { rowOf, type Telling } from './telling.ts'
import type { Worker } from './worker.ts'

/**
 * Tells one person one thing on one channel, if they want to be told it there: now, after their quiet hours, or in
 * their digest. Where the channel refuses for good another one takes over.
 * @throws RetryLater when it may work later
 */
export async function tellPerson(
  worker: Worker,
  telling: Telling,
  send: (notice: Notice, sending: Sending) => Promise<string>,
): Promise<void> {
  const { desk, deliveries, appUrl } = worker
  const { owed, person, ticket } = telling
  if (!owed.about || !person.active) return
  const notice = await ticketNoticeFor(desk, { person, owed, ticket, appUrl })
  const plan = notice ? planOf(worker, { ...telling, topic: owed.about }) : drop
  if (plan.action === 'hold') return holdBack(worker, telling, plan.until)
  if (plan.action === 'collect') return collect(worker, telling, plan.until)
  if (plan.action === 'drop' || !notice) {
    if (telling.scheduled) await deliveries.dropped([owed.id], 'It was no news any more.', desk.now())
    return
  }
  const id = await deliverOnce({ deliveries, now: desk.now }, rowOf(telling), (sending) =>
    send(notice, sending),
  )
  if (id === null) await fallBack(worker, telling, owed.about)
}

const drop: Plan = { action: 'drop' }

/** What was decided about before is not held back again; after a night it may be old news, or not wanted any more. */
function planOf({ desk }: Worker, telling: Telling & { topic: Topic }): Plan {
  const { person, ticket, channel, topic, scheduled } = telling
  const preferences = preferencesOf(person)
  if (!scheduled) return planFor({ topic, channel, preferences, person, ticket, now: desk.now() })
  if (scheduled.reason !== 'quiet-hours') return { action: 'send' }
  const isWanted = channelsFor(topic, preferences, person).includes(channel)
  return isWanted && !isOldNews(topic, ticket, person) ? { action: 'send' } : drop
}
