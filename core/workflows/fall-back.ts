import { channelsFor, isConnected } from '../notifications/channels-for.ts'
import { type Channel, channels } from '../notifications/events.ts'
import { preferencesOf } from '../notifications/preferences.ts'
import type { Topic } from '../outbox/entry.ts'
import { rowOf, type Telling } from './telling.ts'
import type { Worker } from './worker.ts'

type Refused = Pick<Worker, 'desk' | 'deliveries'>

/**
 * Somebody who takes no direct messages, or whose mailbox is gone, is told on another channel, and on a third when that
 * one refuses, too: unless they don't want that, or are told on another one anyway. What an admin sends again stays on
 * its channel.
 */
export async function fallBack({ desk, deliveries }: Refused, telling: Telling, topic: Topic) {
  const { person, scheduled } = telling
  const preferences = preferencesOf(person)
  if (scheduled?.reason === 'resend' || !preferences.fallback) return
  const refused = await deliveries.refusedLike(rowOf(telling))
  const isLeft = (one: Channel) =>
    !refused.some(({ channel }) => channel === one) && desk.enabledQueues.has(one)
  if (channelsFor(topic, preferences, person).some(isLeft)) return
  const next = channels.find((one) => isLeft(one) && isConnected(one, person))
  // two queues that are refused at the same time both come here: the first row's id makes theirs one scheduled notification
  if (next)
    await takeOver({ desk, deliveries }, telling, `${refused[0]?._id ?? telling.owed.id}:${next}`, next)
}

async function takeOver(
  { desk, deliveries }: Refused,
  { owed, person, ticket }: Telling,
  id: string,
  queue: Channel,
) {
  await desk.scheduledNotifications.add({
    _id: id,
    reason: 'fallback',
    person: person._id,
    ticket: ticket._id,
    for: owed.id,
    outbox: [{ ...owed, id, queue }],
  })
  await deliveries.tookOver(owed.id, queue)
}
