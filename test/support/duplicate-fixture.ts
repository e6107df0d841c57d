import type { Ticket } from '../../core/tickets/ticket.ts'
import { idLike, max, resolvedBy } from './ticket-fixture.ts'

/** Max has marked it as a duplicate of #9. */
export const duplicateOf = (more: Partial<Ticket> = {}): Partial<Ticket> => ({
  ...resolvedBy(max),
  duplicateOf: {
    id: idLike('9'),
    number: 9,
    surface: 'web',
    before: { status: 'open', assignee: null, assignment: null },
  },
  ...more,
})
