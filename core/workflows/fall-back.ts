import { channelsFor, isConnected } from '../notifications/channels-for.ts'
import { type Channel, channels } from '../notifications/events.ts'
import { preferencesOf } from '../notifications/preferences.ts'
import type { Topic } from '../outbox/owed.ts'
import type { Telling } from './telling.ts'
import type { Worker } from './worker.ts'

type Refused = Pick<Worker, 'desk' | 'deliveries'>

/**
 * Somebody who takes no direct messages, or whose mailbox is gone, is told on another channel, and on a third when that
 * one refuses, too: unless they don't want that, or are told on another one anyway. What an admin sends again stays on
 * its channel.
 */
export async function fallBack({ desk, deliveries }: Refused, telling: Telling, topic: Topic) {
  const { person, errand } = telling
  const preferences = preferencesOf(person)
  if (errand?.reason === 'resend' || !preferences.fallback) return
  const tried = await triedFor(deliveries, telling)
  const isLeft = (one: Channel) => !tried.includes(one) && desk.enabledLanes.has(one)
  if (channelsFor(topic, preferences, person).some(isLeft)) return
  const next = channels.find((one) => isLeft(one) && isConnected(one, person))
  if (next) await takeOver({ desk, deliveries }, telling, next)
}

/** The channels that have refused this news, one for the other. */
async function triedFor(deliveries: Worker['deliveries'], { channel, errand }: Telling): Promise<Channel[]> {
  const tried = [channel]
  let id = errand?.reason === 'fallback' ? errand.for : undefined
  while (id && tried.length < channels.length) {
    const row = await deliveries.find(id)
    if (row) tried.push(row.channel)
    id = row?.fallbackFor
  }
  return tried
}

async function takeOver({ desk, deliveries }: Refused, { owed, person, ticket }: Telling, lane: Channel) {
  const id = `${owed.id}:${lane}`
  await desk.errands.add({
    _id: id,
    reason: 'fallback',
    person: person._id,
    ticket: ticket._id,
    for: owed.id,
    outbox: [{ ...owed, id, lane }],
  })
  await deliveries.tookOver(owed.id, lane)
}
