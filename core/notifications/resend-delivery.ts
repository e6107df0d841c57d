import type { Origin } from '../audit/audit-entry.ts'
import { aboutUser, record } from '../audit/record.ts'
import type { Desk } from '../desk.ts'
import { conflict, forbidden, notFound } from '../errors.ts'
import { newId } from '../ids.ts'
import type { OutboxEntry, Topic } from '../outbox/entry.ts'
import type { Actor, User } from '../users/user.ts'
import { isConnected } from './channels-for.ts'
import type { Delivery, DeliveryHead } from './delivery.ts'
import { eventNames, isAccountTopic } from './events.ts'

/**
 * Has something told once more, whatever the person prefers now: as a delivery of its own, which background work sends.
 * @returns that delivery
 * @throws forbidden unless admin, not-found, conflict when it can't be sent again
 */
export async function resendDelivery(
  desk: Desk,
  actor: Actor,
  id: string,
  origin: Origin,
): Promise<Delivery> {
  if (actor.role !== 'admin') throw forbidden('Only admins have things sent again.')
  const row = await desk.deliveries.find(id)
  if (!row) throw notFound('delivery')
  const topic = assertTopic(row)
  const person = await assertPerson(desk, row)
  const again = `${row.resendOf ?? row._id}:again-${newId().slice(0, 8)}`
  const head: DeliveryHead = {
    _id: again,
    channel: row.channel,
    about: topic,
    to: person._id,
    name: person.name,
    ticket: row.ticket ?? null,
    number: row.number ?? null,
    ...(row.news ? { news: row.news } : {}),
    resendOf: row.resendOf ?? row._id,
  }
  const note = `${row.channel}: ${topic}${row.number ? `, #${row.number}` : ''}`
  // first: a desk that dies in between had better have said too much than too little
  await record(desk, { actor, action: 'delivery-resent', about: aboutUser(person), origin, note })
  await desk.scheduledNotifications.add({
    _id: again,
    reason: 'resend',
    person: person._id,
    ticket: row.ticket ?? null,
    for: head.resendOf ?? row._id,
    outbox: [owedFor(head, topic, row)],
  })
  await desk.deliveries.hold({ ...head, startedAt: desk.now() }, desk.now())
  return (await desk.deliveries.find(again)) ?? row
}

const owedFor = (
  { _id, channel, to }: DeliveryHead,
  about: Topic,
  { news, startedAt }: Delivery,
): OutboxEntry => ({
  id: _id,
  queue: channel,
  kind: 'notify',
  at: news?.at ?? startedAt,
  ...(to ? { to } : {}),
  about,
  ...(news?.comment ? { comment: news.comment } : {}),
})

/** What is told to a person, and holds no link that only they may ask for. */
function assertTopic({ about, to, state }: Delivery): Topic {
  if (state === 'sending' || state === 'held') throw conflict('It is on its way.')
  const isTopic = (eventNames as readonly string[]).includes(about) || isAccountTopic(about as Topic)
  if (!to || !isTopic) throw conflict('Only what was told to one person can be sent again, and no digest.')
  if (isAccountTopic(about as Topic) && about !== 'account-created')
    throw conflict('It holds a link that the person has to ask for themselves.')
  return about as Topic
}

async function assertPerson(desk: Desk, { to, channel }: Delivery): Promise<User> {
  const person = to ? await desk.users.find(to) : null
  if (!person?.active || !isConnected(channel, person) || !desk.enabledQueues.has(channel))
    throw conflict('This person can’t be reached there any more.')
  return person
}
