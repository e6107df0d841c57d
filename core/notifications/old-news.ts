import type { Topic } from '../outbox/entry.ts'
import { canSee } from '../tickets/permissions.ts'
import { isResolved, type Ticket } from '../tickets/ticket.ts'
import type { Actor } from '../users/user.ts'

/** What is told of a ticket that was somebody's and may be out of their sight now. */
const partings: ReadonlySet<Topic> = new Set(['taken-over', 'released'])

/** What was held back need not be told any more when it has been overtaken, or is not theirs to know any more. */
export function isOldNews(topic: Topic, ticket: Ticket, person: Actor): boolean {
  if (ticket.deleted || (!partings.has(topic) && !canSee(person, ticket))) return true
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
