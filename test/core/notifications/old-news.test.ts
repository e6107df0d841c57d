import { expect, test } from 'vitest'
import { isOldNews } from '../../../core/notifications/old-news.ts'
import type { Topic } from '../../../core/outbox/topics.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { Actor } from '../../../core/users/user.ts'
import {
  ann,
  assignedTo,
  bob,
  claimedBy,
  max,
  mia,
  resolvedBy,
  root,
  ticketOf,
} from '../../support/ticket-fixture.ts'

const cases: [string, Topic, Partial<Ticket>, Actor, boolean][] = [
  ['still assigned', 'assigned', assignedTo(max), max, false],
  ['claimed by the one it was assigned to', 'assigned', claimedBy(max), max, false],
  ['somebody else’s by now', 'assigned', claimedBy(mia), max, true],
  ['resolved by now', 'assigned', resolvedBy(max), max, true],
  ['still open', 'left-open', {}, root, false],
  ['taken by now', 'left-open', claimedBy(mia), root, true],
  ['still waiting', 'waiting', { ...claimedBy(max), status: 'waiting' }, ann, false],
  ['answered by now', 'waiting', claimedBy(max), ann, true],
  ['still resolved', 'resolved', resolvedBy(max), ann, false],
  ['opened again by now', 'resolved', claimedBy(max), ann, true],
  ['a comment on one’s own', 'commented', claimedBy(max), ann, false],
  ['a comment out of sight', 'commented', claimedBy(mia), max, true],
  ['a mention of who never saw it', 'mentioned', {}, bob, true],
  ['that it was taken over, though out of sight', 'taken-over', claimedBy(mia), max, false],
  ['deleted by now', 'taken-over', { deleted: true }, max, true],
]

test.each(cases)('%s', (_name, topic, more, person, expected) => {
  expect(isOldNews(topic, ticketOf(more), person)).toBe(expected)
})
