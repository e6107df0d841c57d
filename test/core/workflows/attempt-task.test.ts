import { expect, test } from 'vitest'
import { createLog } from '../../../core/log.ts'
import { HeldByAnother, RepeatLater, RetryLater } from '../../../core/provider-errors.ts'
import { attemptTask } from '../../../core/workflows/attempt-task.ts'
import { createPauses } from '../../../core/workflows/pauses.ts'

const levels = { debug: 20, info: 30, warn: 40 }

test.each<[string, Error, keyof typeof levels]>([
  ['a planned repetition', new RepeatLater('writers may still commit', 35_000), 'debug'],
  ['another run', new HeldByAnother('held', 3_000), 'debug'],
  ['a provider that asks to wait', new RetryLater('rate limit', 3_000), 'info'],
  ['a failure', new Error('no answer'), 'warn'],
])('%s is logged once, as loudly as it deserves', async (_, error, level) => {
  const lines: string[] = []
  const log = createLog('debug', { write: (line) => void lines.push(line) })
  const failing = () => Promise.reject(error)
  const context = { queue: 'maintenance' as const, attempt: 0, pauses: createPauses(), log }
  await expect(attemptTask(failing, context)).rejects.toBe(error)
  expect(lines.map((line) => JSON.parse(line).level)).toEqual([levels[level]])
})
