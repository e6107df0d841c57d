import { expect, test } from 'vitest'
import { figuresOf, gini, percentile } from './figures.ts'
import { sampleModerators, sampleTickets } from './sample-desk.ts'
import { simulate } from './simulate.ts'
import { strategies } from './strategies.ts'

const outcomes = () =>
  strategies(1).map(([, strategy]) => simulate(sampleModerators(12, 1), sampleTickets(3_000, 2), strategy))

test('the desk matches skills best, makes people wait least, and spreads load better than first match', () => {
  const [desk, , ...simple] = outcomes().map(figuresOf)
  const [, , firstMatch] = simple
  for (const other of simple) {
    expect(desk?.skillMatch).toBeGreaterThan(other.skillMatch)
    expect(desk?.p95).toBeLessThan(other.p95)
    expect(desk?.urgentP95).toBeLessThan(other.urgentP95)
  }
  expect(desk?.gini).toBeLessThan((firstMatch?.gini ?? 0) * 0.7)
  expect(desk?.taken).toBe(3_000)
})

test('a deadline to claim shortens the longest waits', () => {
  const [withDeadline, without] = outcomes().map(figuresOf)
  expect(withDeadline?.p99).toBeLessThan((without?.p99 ?? 0) * 0.8)
})

test('the desk gives what was left open to the most urgent first, the simple ways in the order of filing', () => {
  const [urgent, low] = (['urgent', 'low'] as const).map((priority) => ({ ...sampleTicket, priority }))
  if (!urgent || !low) throw new Error('no tickets')
  const nobodyYet = {
    ...sampleModerator,
    dutySchedule: { ...sampleModerator.dutySchedule, shifts: [evening] },
  }
  const waitsOf = strategies(1).map(
    ([, strategy]) =>
      simulate([nobodyYet], [...Array.from({ length: 20 }, () => low), urgent], strategy).urgentWaits,
  )
  const hours = 20 * 60
  expect(waitsOf).toEqual([[hours], [hours], ...waitsOf.slice(2)])
  for (const [wait = 0] of waitsOf.slice(2)) expect(wait).toBeGreaterThan(hours)
})

const evening = { days: ['mon' as const], from: '20:00', to: '23:00' }
const sampleModerator = {
  ...{ id: 'm', skills: [], languages: ['en'] },
  dutySchedule: { timeZone: 'UTC', shifts: [], absences: [] },
}
const sampleTicket = { filedAt: 0, minutes: 5, skills: [], language: 'en' }

test('the same seed gives the same figures', () => expect(outcomes()).toEqual(outcomes()))

test.each([
  [[1, 1, 1, 1], 0],
  [[0, 0, 0, 1], 0.75],
  [[0, 0], 0],
])('the Gini coefficient of %j', (values, expected) => expect(gini(values)).toBeCloseTo(expected))

test('percentiles', () => expect([0.5, 0.95].map((share) => percentile([4, 1, 3, 2], share))).toEqual([2, 4]))
