import type { Desk } from '../../desk.ts'
import { idFromKey } from '../../ids.ts'
import type { NotifyEntry } from '../../outbox/entry.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { User } from '../../users/user.ts'

type Addressed = { entry: NotifyEntry; ticket: Ticket; person: User }
type Scheduled = Parameters<Desk['scheduledNotifications']['add']>[0]
type Part = Pick<Scheduled, '_id' | 'reason' | 'ticket'> & { dueAt: Date }

/** The id of the entry that sends a part. */
const entryIdOf = (part: string, { id }: Pick<NotifyEntry, 'id'>) => `${part}:${idFromKey(id).slice(0, 8)}`

/**
 * Adds a notification to a message that goes out later with others. A full one continues in another part. Safe to
 * repeat.
 * @param partOf the message's part of that number, from 0 @param sentBy the entry that sends it; default: one of the
 * notification's own kind
 * @returns when it goes out
 */
export async function addToPart(
  { scheduledNotifications }: Pick<Desk, 'scheduledNotifications'>,
  { entry, ticket, person }: Addressed,
  partOf: (number: number) => Part,
  sentBy: (id: string) => Scheduled['outbox'][number] = (id) => ({ ...entry, id }),
): Promise<Date> {
  const item = { entry, ticket: ticket._id, at: entry.at }
  for (let number = 0; ; number++) {
    const part = partOf(number)
    const outbox = [sentBy(entryIdOf(part._id, entry))]
    const added = await scheduledNotifications.add({ ...part, person: person._id, items: [item], outbox })
    if (added || (await scheduledNotifications.addTo(part._id, item))) return part.dueAt
  }
}
