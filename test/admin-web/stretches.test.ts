import { expect, test } from 'vitest'
import { stretchesOf } from '../../admin-web/src/features/tickets/stretches.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import { summaryOf } from '../../core/tickets/ticket-view.ts'
import { ann, bob, claimedBy, max, ticketOf } from '../support/ticket-fixture.ts'

const numbered = (number: number, more: Partial<Ticket>) => summaryOf(ticketOf({ number, ...more }))
const person = ({ _id, name }: typeof ann) => ({ id: _id, name })

const tickets = [
  numbered(1, { requester: person(ann), ...claimedBy(max) }),
  numbered(2, { requester: { id: ann._id, name: 'Ann Lee-Poe' } }),
  numbered(3, { requester: person(bob) }),
]

test.each([
  ['requester', ['Ann Lee: 1, 2', 'Bob Poe: 3']],
  ['assignee', ['Max Moe: 1', 'Nobody has them: 2, 3']],
  ['priority', [': 1, 2, 3']],
  [undefined, [': 1, 2, 3']],
])('a list in the order of %s has its parts', (sort, expected) => {
  const parts = stretchesOf(tickets, sort).map(
    ({ label, tickets }) => `${label}: ${tickets.map(({ number }) => number).join(', ')}`,
  )
  expect(parts).toEqual(expected)
})
