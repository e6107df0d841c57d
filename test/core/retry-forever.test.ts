import { expect, test } from 'vitest'
import { pauseMs, retryForever } from '../../core/retry-forever.ts'

const pauses = { firstMs: 1_000, maxMs: 30_000 }

test.each([
  [1, 1_000],
  [2, 2_000],
  [5, 16_000],
  [6, 30_000],
  [50, 30_000],
])('after %i failures it waits %i ms', (failures, ms) => {
  expect(pauseMs(failures, pauses, 0)).toBe(ms)
  expect(pauseMs(failures, pauses, 1)).toBe(ms * 0.75)
})

test('reports each failure and stops when aborted, also during a pause', async () => {
  const stopping = new AbortController()
  const reported: unknown[] = []
  const result = retryForever(async () => Promise.reject('no'), {
    signal: stopping.signal,
    onFailure: (error) => {
      reported.push(error)
      setTimeout(() => stopping.abort(), 20)
    },
  })
  expect(await result).toBeUndefined()
  expect(reported).toEqual(['no'])
})
