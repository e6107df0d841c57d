import { expect, test } from 'vitest'
import { keepTrying, pauseMs } from '../../../bot/slack/keep-trying.ts'

test.each([
  [1, 1_000],
  [2, 2_000],
  [5, 16_000],
  [6, 30_000],
  [50, 30_000],
])('after %i failures it waits %i ms', (failures, ms) => {
  expect(pauseMs(failures, 0)).toBe(ms)
  expect(pauseMs(failures, 1)).toBe(ms * 0.75)
})

test('tells of each failure and stops when told to, also in a pause', async () => {
  const stopping = new AbortController()
  const told: unknown[] = []
  const result = keepTrying(async () => Promise.reject('no'), {
    signal: stopping.signal,
    onFailure: (error) => {
      told.push(error)
      setTimeout(() => stopping.abort(), 20)
    },
  })
  expect(await result).toBeUndefined()
  expect(told).toEqual(['no'])
})
