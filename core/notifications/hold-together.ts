import { idOf } from '../ids.ts'
import type { NotifyEntry } from '../outbox/entry.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { User } from '../users/user.ts'
import { notificationRow } from './delivery-row.ts'
import type { Sender } from './sender.ts'

/** Long enough for all that one round assigns. */
const windowMs = 60_000

/** When the message with those of the same minute goes out. */
export const togetherUntil = (now: Date) => new Date((Math.floor(now.getTime() / windowMs) + 1) * windowMs)

/**
 * Adds the notification to the one message that its person gets on this channel about all tickets that they were given
 * at once. A full message continues in another one. Safe to repeat.
 */
export async function holdTogether(
  { desk, deliveries }: Pick<Sender, 'desk' | 'deliveries'>,
  { entry, ticket, person }: { entry: NotifyEntry; ticket: Ticket; person: User },
  until: Date,
): Promise<void> {
  const item = { entry, ticket: ticket._id, at: entry.at }
  for (let part = 0; ; part++) {
    const id = `together:${person._id}:${entry.queue}:${until.getTime()}:${part}`
    const added = await desk.scheduledNotifications.add({
      _id: id,
      reason: 'together',
      person: person._id,
      ticket: null,
      dueAt: until,
      items: [item],
      outbox: [{ ...entry, id: `${id}:${idOf(entry.id).slice(0, 8)}` }],
    })
    if (added || (await desk.scheduledNotifications.addTo(id, item))) break
  }
  await deliveries.hold(
    { ...notificationRow(entry, ticket, person, undefined), startedAt: desk.now() },
    until,
  )
}
