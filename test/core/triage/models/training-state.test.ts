import { expect, test } from 'vitest'
import { isGivenUp, isTrainingDue, neverTrained } from '../../../../core/triage/models/training-state.ts'

const at = (day: number, hour: number) => new Date(2026, 2, day, hour, 30)

test.each<[string, Partial<typeof neverTrained>, Date, boolean]>([
  ['by day, never trained', {}, at(2, 14), false],
  ['at night, never trained', {}, at(2, 3), true],
  ['at night, begun tonight', { startedAt: at(2, 2) }, at(2, 5), false],
  ['the next night', { startedAt: at(2, 2) }, at(3, 2), true],
  ['by day, after last night', { startedAt: at(2, 2) }, at(2, 14), false],
  ['by day, after two nights without', { startedAt: at(2, 2) }, at(3, 15), true],
  ['asked by day', { askedAt: at(2, 14), startedAt: at(2, 2) }, at(2, 14), true],
  ['asked, and cut off twice', { askedAt: at(2, 14), attempts: 2 }, at(2, 14), true],
  ['asked, and cut off three times', { askedAt: at(2, 14), attempts: 3 }, at(2, 14), false],
])('%s: due %#', (_name, more, now, due) => {
  expect(isTrainingDue({ ...neverTrained, ...more }, now)).toBe(due)
})

test('is given up when it ends its process again and again', () => {
  expect(isGivenUp({ askedAt: at(2, 14), attempts: 3 })).toBe(true)
  expect(isGivenUp({ askedAt: null, attempts: 3 })).toBe(false)
})
