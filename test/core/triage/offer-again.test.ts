import { describe, expect, test } from 'vitest'
import { withoutLoads } from '../../../core/tickets/without-loads.ts'
import type { Choice } from '../../../core/triage/choose-assignee.ts'
import { decideOfferAgain, isNobodyFree, lapsedSinceOnDuty } from '../../../core/triage/offer-again.ts'
import { sortByUrgency } from '../../../core/triage/sort-by-urgency.ts'
import { later, max, mia, monday, ticketOf } from '../../support/ticket-fixture.ts'

const person = ({ _id, name }: typeof max) => ({ id: _id, name })
const leftOpen = {
  ...{ by: 'triage' as const, reason: 'Nobody.', candidates: [], at: monday, leftOpenAt: monday },
  ruledOut: [{ ...person(max), why: 'at capacity' as const }],
}
const choiceOf = (assignee: typeof max | null): Choice => ({
  assignee: assignee && person(assignee),
  ...{ reason: 'needs no special skill; has 3 of 10 tickets', candidates: [] },
})
const terms = { admins: [], lapsed: [], already: 0 }

describe('a ticket that was left open', () => {
  test.each([
    [max, 'has capacity again', 'needs no special skill'],
    [mia, 'came on duty', 'came on duty; needs no special skill'],
  ])('is assigned with the reason why now', (who, why, toRequesters) => {
    const ticket = ticketOf({ assignment: leftOpen })
    const change = decideOfferAgain(choiceOf(who), terms, later(60))(ticket)
    expect(change?.set).toMatchObject({ assignee: person(who) })
    expect(change?.set.assignment?.leftOpenAt).toBeUndefined()
    const { reason = '' } = change?.set.assignment ?? {}
    expect(reason).toBe(`${why}; needs no special skill; has 3 of 10 tickets`)
    expect(withoutLoads(reason)).toBe(toRequesters)
    expect(change?.history).toMatchObject([{ action: 'assigned', note: `to ${who.name}: ${reason}` }])
  })

  test.each([
    ['nobody can take it', choiceOf(null), ticketOf({ assignment: leftOpen })],
    ['somebody has it', choiceOf(mia), ticketOf({ assignment: leftOpen, assignee: person(max) })],
    ['somebody gave it back', choiceOf(mia), ticketOf()],
    ['it is resolved', choiceOf(mia), ticketOf({ assignment: leftOpen, status: 'resolved' })],
    ['it is deleted', choiceOf(mia), ticketOf({ assignment: leftOpen, deleted: true })],
  ])('stays as it is when %s', (_why, choice, ticket) => {
    expect(decideOfferAgain(choice, terms, later(60))(ticket)).toBeNull()
  })

  test.each([
    [2, 'low', false],
    [3, 'low', true],
    [3, null, true],
    [9, 'urgent', false],
  ] as const)(
    'after %d others, one of %s priority is told of together: %s',
    (already, priority, together) => {
      const ticket = ticketOf({ assignment: leftOpen, priority })
      const change = decideOfferAgain(choiceOf(mia), { ...terms, already }, later(60))(ticket)
      const told = change?.effects.filter(({ kind }) => kind === 'notify')
      expect(told).toHaveLength(3)
      for (const effect of told ?? []) expect('together' in effect).toBe(together)
    },
  )
})

test('whoever let it lapse gets it again after they have come on duty anew', () => {
  const assignment = { ...leftOpen, leftOpenAt: later(100), lapsed: [person(max), person(mia)] }
  const people = (maxSince: number | undefined) => [
    { _id: max._id, dutySince: maxSince === undefined ? undefined : later(maxSince) },
    { _id: mia._id, dutySince: later(0) },
  ]
  const lapsed = (since: number | undefined) =>
    lapsedSinceOnDuty({ assignment }, people(since)).map(({ name }) => name)
  expect(lapsed(undefined)).toEqual(['Max Moe', 'Mia Fox'])
  expect(lapsed(99)).toEqual(['Max Moe', 'Mia Fox'])
  expect(lapsed(101)).toEqual(['Mia Fox'])
})

test.each([
  ['nobody is on duty', [], true],
  ['everybody is at capacity', ['at capacity', 'at capacity'], true],
  ['the requester alone is free', ['requester', 'at capacity'], false],
  ['those who are free let it lapse', ['lapsed', 'at capacity'], false],
] as const)('the search ends when %s', (_when, whys, ends) => {
  const ruledOut = whys.map((why, index) => ({ id: String(index), name: 'X', why }))
  expect(isNobodyFree({ ...choiceOf(null), ruledOut })).toBe(ends)
  expect(isNobodyFree({ ...choiceOf(max), ruledOut })).toBe(false)
})

test('the most urgent come first, then the oldest', () => {
  const of = (_id: string, priority: 'urgent' | 'low' | null, age: number) => ({
    ...{ _id, priority, createdAt: later(-age) },
  })
  const all = [of('low', 'low', 900), of('new', null, 1), of('old', null, 60), of('urgent', 'urgent', 0)]
  expect(sortByUrgency(all).map(({ _id }) => _id)).toEqual(['urgent', 'old', 'new', 'low'])
})
