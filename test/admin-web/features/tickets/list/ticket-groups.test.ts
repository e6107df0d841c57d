import { expect, test } from 'vitest'
import { groupsOf } from '../../../../../admin-web/src/features/tickets/list/ticket-groups.ts'
import { summaryOf } from '../../../../../core/tickets/lists/listed-view.ts'
import type { Ticket } from '../../../../../core/tickets/ticket.ts'
import { ann, bob, claimedBy, max, ticketOf } from '../../../../support/ticket-fixture.ts'

const numbered = (number: number, more: Partial<Ticket>) => summaryOf(ticketOf({ number, ...more }))
const person = ({ _id, name }: typeof ann) => ({ id: _id, name })

const tickets = [
  numbered(1, { requester: person(ann), ...claimedBy(max) }),
  numbered(2, { requester: { id: ann._id, name: 'Ann Lee-Poe' } }),
  numbered(3, { requester: person(bob) }),
]

test.each([
  ['requester', ['Ann Lee: 1, 2', 'Bob Poe: 3']],
  ['assignee', ['Max Moe: 1', 'Unassigned: 2, 3']],
  ['priority', [': 1, 2, 3']],
  [undefined, [': 1, 2, 3']],
])('a list sorted by %s has its groups', (sort, expected) => {
  const parts = groupsOf(tickets, sort).map(
    ({ label, tickets }) => `${label}: ${tickets.map(({ number }) => number).join(', ')}`,
  )
  expect(parts).toEqual(expected)
})
