import { RetryAfterError } from 'inngest'
import { expect, test } from 'vitest'
import { createLog } from '../../../core/log.ts'
import { createRunLog } from '../../../core/workflows/run-log.ts'

/** What comes out of the desk's log. */
function saidBy(say: (log: ReturnType<typeof createRunLog>) => void) {
  const lines: string[] = []
  say(createRunLog(createLog('info', { write: (line) => void lines.push(line) })))
  return lines.map((line) => (JSON.parse(line) as { msg: string }).msg)
}

test('a run that will be retried is not logged as an error: the task has logged it', () => {
  const err = new RetryAfterError('Somebody may still be writing', 5_000)
  expect(saidBy((log) => log.error({ err }, 'Inngest step error'))).toEqual([])
})

test('what the SDK says of any other error is kept', () => {
  const err = new Error('gave up')
  expect(saidBy((log) => log.error({ err }, 'Inngest function error'))).toEqual(['Inngest function error'])
  expect(saidBy((log) => log.error('just words'))).toEqual(['just words'])
})
