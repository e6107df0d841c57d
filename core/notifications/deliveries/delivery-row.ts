import type { Channel, NotifyEntry } from '../../outbox/entry.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { User } from '../../users/user.ts'
import type { ScheduledNotification } from '../scheduled/scheduled-notification.ts'
import type { DeliveryHead } from './delivery.ts'

export const notificationRow = (
  entry: NotifyEntry,
  ticket: Ticket,
  person: User,
  scheduled: ScheduledNotification | undefined,
): DeliveryHead => ({
  _id: entry.id,
  channel: entry.queue,
  about: entry.topic,
  to: person._id,
  name: person.name,
  ticket: ticket._id,
  number: ticket.number,
  news: { at: entry.at, ...(entry.comment ? { comment: entry.comment } : {}) },
  ...originOf(scheduled),
})

/** The delivery that this one falls back for or resends. */
export const originOf = (scheduled: ScheduledNotification | undefined) => ({
  ...(scheduled?.for && scheduled.reason === 'fallback' ? { fallbackFor: scheduled.for } : {}),
  ...(scheduled?.for && scheduled.reason === 'resend' ? { resendOf: scheduled.for } : {}),
})

/** The row of a message in a ticket's thread or channel, which is not addressed to a person. */
export const threadRow = (
  channel: Channel,
  about: string,
  ticket: Pick<Ticket, '_id' | 'number'>,
  id: string,
): DeliveryHead => ({ _id: id, channel, about, to: null, ticket: ticket._id, number: ticket.number })
