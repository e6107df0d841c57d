import { expect, test } from 'vitest'
import {
  accuracyOf,
  calibrationError,
  coverageAt,
  macroF1Of,
  perClass,
  percentile,
} from '../../../../../core/triage/local/classifier/figures.ts'

const answers = [
  { expected: 'a', predicted: 'a', confidence: 0.9 },
  { expected: 'a', predicted: 'a', confidence: 0.9 },
  { expected: 'a', predicted: 'b', confidence: 0.2 },
  { expected: 'b', predicted: 'b', confidence: 0.6 },
]

test('accuracy and macro-F1', () => {
  expect(accuracyOf(answers)).toBe(0.75)
  expect(macroF1Of(answers)).toBeCloseTo((0.8 + 2 / 3) / 2)
})

test('per class', () => {
  expect(perClass(answers)).toEqual([
    { name: 'a', rows: 3, precision: 1, recall: 2 / 3, f1: 0.8 },
    { name: 'b', rows: 1, precision: 0.5, recall: 1, f1: 2 / 3 },
  ])
})

test('calibration error', () => {
  expect(calibrationError(answers)).toBeCloseTo((0.2 + 0.2 + 0.4) / 4)
})

test('coverage at a threshold', () => {
  expect(coverageAt(answers, 0.6)).toEqual({ coverage: 0.75, accuracy: 1 })
  expect(coverageAt(answers, Number.POSITIVE_INFINITY)).toEqual({ coverage: 0, accuracy: 0 })
})

test('percentiles', () => {
  const numbers = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect([percentile(numbers, 0.5), percentile(numbers, 0.95), percentile([], 0.5)]).toEqual([51, 96, 0])
})
