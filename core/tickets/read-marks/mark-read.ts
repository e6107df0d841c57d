import type { Desk } from '../../desk.ts'
import type { Actor } from '../../users/user.ts'
import type { ListedTicket } from '../lists/list-page.ts'
import { readTicket } from '../read-tickets.ts'
import { isUnread } from './unread.ts'

type MarkingDesk = Pick<Desk, 'tickets' | 'readMarks' | 'now'>

/** Notes that the person has opened a ticket. @throws not-found */
export async function markRead(desk: MarkingDesk, actor: Actor, id: string): Promise<void> {
  const ticket = await readTicket(desk, actor, id)
  await desk.readMarks.mark(actor._id, ticket._id, desk.now())
}

/** @returns the ids of those tickets on which the person has something new to read */
export async function unreadAmong(
  desk: Pick<Desk, 'readMarks' | 'now'>,
  actor: Actor,
  tickets: ListedTicket[],
): Promise<Set<string>> {
  const marks = await desk.readMarks.of(
    actor._id,
    tickets.map(({ _id }) => _id),
  )
  const unread = tickets.filter((ticket) =>
    isUnread(ticket, actor._id, { readUntil: marks.get(ticket._id), now: desk.now() }),
  )
  return new Set(unread.map(({ _id }) => _id))
}
