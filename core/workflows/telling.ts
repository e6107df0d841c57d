import type { DeliveryHead } from '../notifications/delivery.ts'
import type { Errand } from '../notifications/errand.ts'
import type { Channel } from '../notifications/events.ts'
import type { Owed } from '../outbox/owed.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { User } from '../users/user.ts'

/** One person, one piece of news of a ticket, one channel. `errand` is absent when the ticket itself owes it. */
export type Telling = {
  owed: Owed
  ticket: Ticket
  person: User
  channel: Channel
  errand?: Errand | undefined
}

export const rowOf = ({ owed, ticket, person, channel, errand }: Telling): DeliveryHead => ({
  _id: owed.id,
  channel,
  about: owed.about ?? owed.kind,
  to: person._id,
  name: person.name,
  ticket: ticket._id,
  number: ticket.number,
  news: { at: owed.at, ...(owed.comment ? { comment: owed.comment } : {}) },
  ...originOf(errand),
})

/** What a delivery that stands for another one says of it. */
export const originOf = (errand: Errand | undefined) => ({
  ...(errand?.for && errand.reason === 'fallback' ? { fallbackFor: errand.for } : {}),
  ...(errand?.for && errand.reason === 'resend' ? { resendOf: errand.for } : {}),
})

/** The row of something that is shown at a place rather than told to a person. */
export const placeRow = (
  channel: Channel,
  about: string,
  ticket: Pick<Ticket, '_id' | 'number'>,
  id: string,
): DeliveryHead => ({ _id: id, channel, about, to: null, ticket: ticket._id, number: ticket.number })
