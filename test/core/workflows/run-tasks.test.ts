import { RetryAfterError } from 'inngest'
import pLimit from 'p-limit'
import { expect, test } from 'vitest'
import { RetryLater } from '../../../core/provider-errors.ts'
import { runTasks } from '../../../core/workflows/run-tasks.ts'

const limit = pLimit(20)
const answering = (handled: number) => async () => ({ handled, results: Array(handled).fill('#1 sent') })
const nothing = { handled: 0, results: [] }
const failing = (error: unknown) => async () => {
  throw error
}

test('what the tasks did is added up', async () => {
  const tasks = [answering(2), answering(0), answering(3)]
  expect(await runTasks(tasks, { limit, attempt: 0 })).toMatchObject({
    handled: 5,
    results: { length: 5 },
  })
  expect(await runTasks([], { limit, attempt: 0 })).toEqual({ handled: 0, results: [] })
})

test('what fails holds up none of the others', async () => {
  const done: number[] = []
  const noting = (number: number) => async () => {
    done.push(number)
    return nothing
  }
  const tasks = [
    noting(1),
    failing(new Error('no such user')),
    noting(2),
    failing(new Error('gone')),
    noting(3),
  ]
  await expect(runTasks(tasks, { limit, attempt: 0 })).rejects.toThrow(RetryAfterError)
  expect(done).toEqual([1, 2, 3])
})

test.each([
  ['first try', 0, [new Error('away')], '1', 'away'],
  ['third try', 2, [new Error('away')], '4', 'away'],
  ['tenth try', 9, [new Error('away')], '60', 'away'],
  ['a provider that says when', 2, [new RetryLater('busy', 30_000)], '30', 'busy'],
  [
    'the one that may be tried first decides',
    2,
    [new RetryLater('busy', 30_000), new Error('away')],
    '4',
    'away',
  ],
  ['what is no error', 0, ['a word'], '1', 'a word'],
])('when they are tried again: %s', async (_, attempt, failures, seconds, reason) => {
  const run = runTasks(failures.map(failing), { limit, attempt })
  await expect(run).rejects.toMatchObject({ retryAfter: seconds, message: reason })
})

test('no more than the limit at once', async () => {
  let now = 0
  let most = 0
  const busy = async () => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setTimeout(resolve, 5))
    now--
    return nothing
  }
  await runTasks(
    Array.from({ length: 9 }, () => busy),
    { limit: pLimit(3), attempt: 0 },
  )
  expect(most).toBe(3)
})
