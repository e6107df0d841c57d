import type { NotifyEntry } from '../../outbox/entry.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { User } from '../../users/user.ts'
import { notificationRow } from '../deliveries/delivery-row.ts'
import type { Sender } from '../sender.ts'
import { addToPart } from './add-to-part.ts'

/** Long enough for all that one round assigns. */
const windowMs = 60_000

/** When the message with those of the same minute goes out. */
export const batchEndsAt = (now: Date) => new Date((Math.floor(now.getTime() / windowMs) + 1) * windowMs)

/**
 * Adds the notification to the one message that its person gets on this channel about all tickets that they were given
 * at once. A full message continues in another one. Safe to repeat.
 */
export async function addToBatch(
  { desk, deliveries }: Pick<Sender, 'desk' | 'deliveries'>,
  { entry, ticket, person }: { entry: NotifyEntry; ticket: Ticket; person: User },
  until: Date,
): Promise<void> {
  await addToPart(desk, { entry, ticket, person }, (part) => ({
    _id: `together:${person._id}:${entry.queue}:${until.getTime()}:${part}`,
    ...{ reason: 'together', ticket: null, dueAt: until },
  }))
  await deliveries.hold(
    { ...notificationRow(entry, ticket, person, undefined), startedAt: desk.now() },
    until,
  )
}
