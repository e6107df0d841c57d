import { expect, test } from 'vitest'
import { refill, secondsUntilToken } from '../../../../core/users/limits/token-bucket.ts'

const minute = 60_000

test.each([
  ['fills evenly over ten minutes', { level: 0, at: 0 }, 5 * minute, 30],
  ['is never more than full', { level: 50, at: 0 }, 60 * minute, 60],
  ['makes up for what was taken too much', { level: -30, at: 0 }, 5 * minute, 0],
  ['takes nothing away when a clock is behind', { level: 10, at: minute }, 0, 10],
])('a bucket %s', (_name, bucket, now, level) => {
  expect(refill(bucket, 60, now).level).toBe(level)
})

test.each([
  [0, 60, 10],
  [0.5, 60, 5],
  [0.999_999, 60, 1],
  [-1, 60, 20],
  [0, 600, 1],
])('with %d of %d left it takes %d s until the next', (level, size, seconds) => {
  expect(secondsUntilToken(level, size)).toBe(seconds)
})
