import type { Topic } from '../outbox/topics.ts'
import { canSee } from '../tickets/permissions.ts'
import { isResolved, type Ticket } from '../tickets/ticket.ts'
import type { Actor } from '../users/user.ts'

/** Topics that are still sent when the person can no longer see the ticket. */
const farewells: ReadonlySet<Topic> = new Set(['taken-over', 'released'])

/** Whether a deferred notification is outdated or about a ticket that the person can no longer see. */
export function isOldNews(topic: Topic, ticket: Ticket, person: Actor): boolean {
  if (ticket.deleted || (!farewells.has(topic) && !canSee(person, ticket))) return true
  switch (topic) {
    case 'assigned':
      return ticket.assignee?.id !== person._id || isResolved(ticket)
    case 'left-open':
      return ticket.assignee !== null || ticket.status !== 'open'
    case 'waiting':
      return ticket.status !== 'waiting'
    case 'resolved':
      return !isResolved(ticket)
    default:
      return false
  }
}
