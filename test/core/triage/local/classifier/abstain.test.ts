import { expect, test } from 'vitest'
import { thresholdFor } from '../../../../../core/triage/local/classifier/abstain.ts'

/** A hundred answers of confidence 1.00 down to 0.01, right above `rightAbove`. */
const answers = (rightAbove: number) =>
  Array.from({ length: 100 }, (_, index) => ({
    confidence: (100 - index) / 100,
    right: (100 - index) / 100 > rightAbove,
  }))

test.each<[number, number]>([
  [0.5, 0.46],
  [0.1, 0.01],
])('right above %f: from %f on, nine of ten are right', (rightAbove, threshold) => {
  expect(thresholdFor(answers(rightAbove), 0.9)).toBe(threshold)
})

test('nothing is sure enough when hardly anything is right', () => {
  expect(thresholdFor(answers(0.9), 0.9)).toBe(Number.POSITIVE_INFINITY)
})

test('a handful of right answers prove nothing', () => {
  expect(thresholdFor(answers(0).slice(0, 19), 0.9)).toBe(Number.POSITIVE_INFINITY)
})

test('answers of the same confidence stand or fall together', () => {
  const alike = answers(0).map((_, index) => ({ confidence: 0.7, right: index < 50 }))
  expect(thresholdFor(alike, 0.9)).toBe(Number.POSITIVE_INFINITY)
})
