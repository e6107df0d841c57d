import type { Channel } from '../outbox/entry.ts'
import type { TicketTopic } from '../outbox/topics.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { DeliveryStore } from './deliveries/delivery-store.ts'
import { isCallToAction } from './notice.ts'

const maxRead = 100

/** @property to user id @property message the provider's id of the direct message */
export type CallToAction = { about: TicketTopic; to: string; message: string }

/** The direct messages on one channel that asked people to work on a ticket, newest first. */
export async function listCallsToAction(
  deliveries: Pick<DeliveryStore, 'list'>,
  { _id }: Pick<Ticket, '_id'>,
  wanted: Channel,
): Promise<CallToAction[]> {
  const sent = await deliveries.list({ ticket: _id, limit: maxRead })
  return sent.flatMap(({ channel, state, about, to, providerId }) =>
    channel === wanted && state === 'sent' && to && providerId && isCallToAction(about)
      ? [{ about, to, message: providerId }]
      : [],
  )
}
