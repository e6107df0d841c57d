import type { DeliveryHead } from '../notifications/delivery.ts'
import type { Channel } from '../notifications/events.ts'
import type { ScheduledNotification } from '../notifications/scheduled-notification.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { User } from '../users/user.ts'

/** One person, one piece of news of a ticket, one channel. `scheduled` is absent when the ticket itself owes it. */
export type Telling = {
  owed: OutboxEntry
  ticket: Ticket
  person: User
  channel: Channel
  scheduled?: ScheduledNotification | undefined
}

export const rowOf = ({ owed, ticket, person, channel, scheduled }: Telling): DeliveryHead => ({
  _id: owed.id,
  channel,
  about: owed.about ?? owed.kind,
  to: person._id,
  name: person.name,
  ticket: ticket._id,
  number: ticket.number,
  news: { at: owed.at, ...(owed.comment ? { comment: owed.comment } : {}) },
  ...originOf(scheduled),
})

/** What a delivery that stands for another one says of it. */
export const originOf = (scheduled: ScheduledNotification | undefined) => ({
  ...(scheduled?.for && scheduled.reason === 'fallback' ? { fallbackFor: scheduled.for } : {}),
  ...(scheduled?.for && scheduled.reason === 'resend' ? { resendOf: scheduled.for } : {}),
})

/** The row of something that is shown at a place rather than told to a person. */
export const placeRow = (
  channel: Channel,
  about: string,
  ticket: Pick<Ticket, '_id' | 'number'>,
  id: string,
): DeliveryHead => ({ _id: id, channel, about, to: null, ticket: ticket._id, number: ticket.number })
