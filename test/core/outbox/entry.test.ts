import { describe, expect, test } from 'vitest'
import { firstRetryMs, retryDelayMs } from '../../../core/outbox/entry.ts'
import { triageDeadlineMs } from '../../../core/triage/analyse.ts'

describe('how long the sweep waits', () => {
  test.each([
    [0, 20_000],
    [1, 40_000],
    [2, 80_000],
    [4, 320_000],
    [5, 600_000],
    [50, 600_000],
    [5_000, 600_000],
  ])('after %i sendings: %i ms', (attempts, delay) => expect(retryDelayMs(attempts)).toBe(delay))

  test('first longer than triage may take, so that it does not send what is still at work', () => {
    expect(firstRetryMs).toBeGreaterThan(triageDeadlineMs)
  })
})
