import type { Ticket } from '../tickets/ticket.ts'
import { loadWeight } from './load-weight.ts'

/** The order in which tickets get the pick of moderators: the most urgent first, then the oldest. */
export const sortByUrgency = <T extends Pick<Ticket, 'priority' | 'createdAt'>>(tickets: T[]): T[] =>
  tickets.toSorted(
    (a, b) =>
      loadWeight(b.priority) - loadWeight(a.priority) || a.createdAt.getTime() - b.createdAt.getTime(),
  )
