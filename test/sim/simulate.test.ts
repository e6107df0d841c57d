import { expect, test } from 'vitest'
import { figuresOf, gini, percentile } from './figures.ts'
import { sampleModerators, sampleTickets } from './sample-desk.ts'
import { simulate } from './simulate.ts'
import { strategies } from './strategies.ts'

const outcomes = () =>
  strategies(1).map(([, strategy]) => simulate(sampleModerators(12, 1), sampleTickets(3_000, 2), strategy))

test('the desk matches skills best, makes people wait least, and spreads load better than first match', () => {
  const [desk, ...others] = outcomes().map(figuresOf)
  const [, , firstMatch] = others
  for (const other of others) {
    expect(desk?.skillMatch).toBeGreaterThan(other.skillMatch)
    expect(desk?.p95).toBeLessThanOrEqual(other.p95)
  }
  expect(desk?.gini).toBeLessThan((firstMatch?.gini ?? 0) * 0.7)
  expect(desk?.taken).toBe(3_000)
})

test('the same seed gives the same figures', () => expect(outcomes()).toEqual(outcomes()))

test.each([
  [[1, 1, 1, 1], 0],
  [[0, 0, 0, 1], 0.75],
  [[0, 0], 0],
])('the Gini coefficient of %j', (values, expected) => expect(gini(values)).toBeCloseTo(expected))

test('percentiles', () => expect([0.5, 0.95].map((share) => percentile([4, 1, 3, 2], share))).toEqual([2, 4]))
