import type { Origin } from '../../audit/audit-entry.ts'
import { aboutUser, recordAuditEvent } from '../../audit/record-audit-event.ts'
import type { Desk } from '../../desk.ts'
import { conflict, forbidden, notFound } from '../../errors.ts'
import { newId } from '../../ids.ts'
import type { ScheduledEntry } from '../../outbox/entry.ts'
import type { Topic } from '../../outbox/topics.ts'
import { isAccountTopic } from '../../users/preferences/events.ts'
import type { Actor, User } from '../../users/user.ts'
import { isConnected } from '../channels-for.ts'
import type { Delivery, DeliveryHead } from './delivery.ts'
import { isResendable } from './resendable.ts'

/**
 * Sends a notification again, regardless of the person's preferences. It becomes a new delivery and is sent in the
 * background.
 * @returns the new delivery
 * @throws forbidden unless admin, not-found, conflict when it cannot be sent again
 */
export async function resendDelivery(
  desk: Desk,
  actor: Actor,
  id: string,
  origin: Origin,
): Promise<Delivery> {
  if (actor.role !== 'admin') throw forbidden('Only admins can send notifications again.')
  const row = await desk.deliveries.find(id)
  if (!row) throw notFound('delivery')
  const topic = resendableTopic(row)
  const person = await reachablePerson(desk, row)
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
  // The audit entry comes first: if the process dies in between, one entry too many is better than a missing one.
  await recordAuditEvent(desk, { actor, action: 'delivery-resent', about: aboutUser(person), origin, note })
  await desk.scheduledNotifications.add({
    _id: again,
    reason: 'resend',
    person: person._id,
    ticket: row.ticket ?? null,
    for: head.resendOf ?? row._id,
    outbox: [entryFor(again, person, topic, row)],
  })
  await desk.deliveries.hold({ ...head, startedAt: desk.now() }, desk.now())
  return (await desk.deliveries.find(again)) ?? row
}

function entryFor(id: string, person: User, topic: Topic, row: Delivery): ScheduledEntry {
  const at = row.news?.at ?? row.startedAt
  if (isAccountTopic(topic)) return { id, at, queue: 'mail', kind: 'account-mail', topic }
  const comment = row.news?.comment ? { comment: row.news.comment } : {}
  return { id, at, queue: row.channel, kind: 'notify', to: person._id, topic, ...comment }
}

/**
 * Checks that the notification went to one person and has no link that only the recipient may request.
 * @throws conflict
 */
function resendableTopic({ about, to, state }: Delivery): Topic {
  if (state === 'sending' || state === 'held') throw conflict('It is still being sent.')
  if (to && isResendable(about)) return about
  throw conflict(
    to && isAccountTopic(about)
      ? 'It contains a link that only the recipient can request.'
      : 'Only notifications to one person can be sent again, not digests.',
  )
}

async function reachablePerson(desk: Desk, { to, channel }: Delivery): Promise<User> {
  const person = to ? await desk.users.find(to) : null
  if (!person?.active || !isConnected(channel, person) || !desk.enabledQueues.has(channel))
    throw conflict('This person can no longer be reached on this channel.')
  return person
}
