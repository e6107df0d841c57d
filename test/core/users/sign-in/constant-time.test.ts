import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inConstantTime } from '../../../../core/users/sign-in/constant-time.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** Milliseconds until it is done, however it ends. */
async function timeOf(work: () => Promise<unknown>) {
  const started = performance.now()
  const done = inConstantTime(100, work)
    .catch(() => undefined)
    .then(() => performance.now() - started)
  await vi.runAllTimersAsync()
  return done
}

test.each<[string, () => Promise<unknown>, number]>([
  ['nothing at all', async () => undefined, 100],
  ['some work', () => wait(60), 100],
  ['work that fails', () => Promise.reject(new Error('no')), 100],
  ['work that is longer than a step', () => wait(130), 200],
])('%s takes whole steps', async (_name, work, expected) => {
  expect(await timeOf(work)).toBe(expected)
})

test('gives back what the work gives, and fails as it fails', async () => {
  vi.useRealTimers()
  expect(await inConstantTime(5, async () => 42)).toBe(42)
  await expect(inConstantTime(5, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
})
