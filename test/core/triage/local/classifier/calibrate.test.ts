import { expect, test } from 'vitest'
import { calibrate, rulesWeightOfFew } from '../../../../../core/triage/local/classifier/calibrate.ts'
import {
  combineScores,
  probabilities,
  ruleShares,
} from '../../../../../core/triage/local/classifier/score.ts'

/** Margins that are right in `rightOf` of ten cases. */
const heldOut = (rightOf: number, shares = [0, 0]) =>
  Array.from({ length: 200 }, (_, index) => ({
    margins: Float64Array.of(0.5, -0.5),
    shares,
    label: index % 10 < rightOf ? 0 : 1,
  }))

test.each([6, 7, 8, 9])('%i right answers of 10 are that sure', (right) => {
  const { sharpness } = calibrate(heldOut(right))
  expect(probabilities([0.5, -0.5], sharpness)[0]).toBeCloseTo(right / 10, 1)
})

test('rules that are right against the words count, rules that are wrong hardly do', () => {
  expect(calibrate(heldOut(2, [0, 1])).rulesWeight).toBe(0.8)
  expect(calibrate(heldOut(9, [0, 1])).rulesWeight).toBeLessThan(0.2)
})

test('few tickets do not say how much the rules count', () => {
  expect(calibrate(heldOut(9, [0, 1]).slice(0, 59)).rulesWeight).toBe(rulesWeightOfFew)
})

test('probabilities add up to 1, however large the scores', () => {
  expect(probabilities([1_000, 999, -1_000], 5).reduce((sum, one) => sum + one)).toBeCloseTo(1)
})

test('one word in passing is not the whole truth of the rules', () => {
  expect(ruleShares([1, 0])).toEqual([1 / 3, 0])
  expect(ruleShares([6, 3])).toEqual([1, 0.5])
  expect(combineScores([1, 2], [0.5, 0], 0.4)).toEqual([1.2, 2])
})
