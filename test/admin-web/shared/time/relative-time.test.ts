import { expect, test } from 'vitest'
import { durationSince, relativeTime } from '../../../../admin-web/src/shared/time/relative-time.ts'

const now = Date.parse('2026-03-02T12:00:00Z')
const before = (seconds: number) => new Date(now - seconds * 1_000).toISOString()

test.each([
  [0, 'just now', 'less than a minute'],
  [59, 'just now', 'less than a minute'],
  [60, '1 minute ago', '1 minute'],
  [7_200, '2 hours ago', '2 hours'],
  [86_400, 'yesterday', '1 day'],
])('%d seconds: when it was, and how long it has lasted, agree', (seconds, ago, duration) => {
  expect(relativeTime(before(seconds), now)).toBe(ago)
  expect(durationSince(before(seconds), now)).toBe(duration)
})
