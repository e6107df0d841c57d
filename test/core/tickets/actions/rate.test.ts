import { describe, expect, test } from 'vitest'
import { rate } from '../../../../core/tickets/actions/rate.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { by, cards, changeOf, decisionOf, inShort, lines, refuses } from '../../../support/decisions.ts'
import {
  ann,
  bob,
  claimedBy,
  closedBy,
  later,
  max,
  monday,
  resolvedBy,
  root,
  ticketOf,
} from '../../../support/ticket-fixture.ts'

const rating = (actor: Actor, input: { score: number; comment?: string } = { score: 4 }) =>
  decisionOf(rate, { ...by(actor), input })

const rated = (score: number, comment: string | null, at = later(1)): Partial<Ticket> => ({
  ...resolvedBy(max),
  rating: { score, comment, at },
})
const resolution = { text: 'Put it out.', by: personOf(max), at: monday }
const monthAgo = { ...resolution, at: new Date(monday.getTime() - 31 * 24 * 60 * 60_000) }
const original = {
  id: 'f'.repeat(24),
  number: 41,
  surface: 'web',
  before: { status: 'open', assignee: null, assignment: null },
} as const

describe('rate', () => {
  test.each<[string, Partial<Ticket>, { score: number; comment?: string }, string | null]>([
    ['a resolved ticket', resolvedBy(max), { score: 4 }, null],
    ['with a comment', resolvedBy(max), { score: 4, comment: 'Quick.' }, 'Quick.'],
    ['a closed ticket', closedBy(max), { score: 4 }, null],
    ['another score, whose comment stays', rated(1, 'Slow.'), { score: 4 }, 'Slow.'],
    ['without the comment', rated(4, 'Slow.'), { score: 4, comment: '' }, null],
    ['a new resolution, whose comment is new', rated(4, 'Slow.', later(-1)), { score: 4 }, null],
  ])('%s', (_name, more, input, comment) => {
    const change = changeOf(rating(ann, input), more)
    expect(change.set).toEqual({ rating: { score: 4, comment, at: later(60) } })
    expect(lines(change)).toEqual([['Ann Lee', 'rated', '4 of 5']])
    // Nobody is notified.
    expect(inShort(change.effects)).toEqual(cards)
  })

  test('the same again changes nothing', () => {
    expect(rating(ann, { score: 4 })(ticketOf(rated(4, 'Slow.')))).toBeNull()
  })

  refuses(rating, [
    ['to whoever resolved it', max, resolvedBy(max), 'forbidden', 'You may not rate this ticket.'],
    ['to an admin', root, resolvedBy(max), 'forbidden', 'You may not rate this ticket.'],
    ['to a stranger', bob, resolvedBy(max), 'not-found', 'There is no such ticket.'],
    [
      'of one’s own work',
      max,
      { ...resolvedBy(max), requester: personOf(max) },
      'forbidden',
      'You may not rate this ticket.',
    ],
    ['of an open ticket', ann, claimedBy(max), 'conflict', '#42 is not resolved yet.'],
    [
      'of a reopened ticket',
      ann,
      { ...rated(5, null), ...claimedBy(max), resolution: null },
      'conflict',
      '#42 is not resolved yet.',
    ],
    [
      'after a month',
      ann,
      { ...closedBy(max), resolution: monthAgo },
      'conflict',
      '#42 was resolved too long ago to be rated.',
    ],
    [
      'of a duplicate',
      ann,
      { ...resolvedBy(max), duplicateOf: original },
      'conflict',
      '#42 is a duplicate of #41: it can’t be rated.',
    ],
    ['once deleted', ann, { ...closedBy(max), deleted: true }, 'not-found', 'There is no such ticket.'],
  ])

  test.each([0, 6, 2.5])('takes no score of %s', (score) => {
    expect(rate.input.safeParse({ score }).success).toBe(false)
  })
})
