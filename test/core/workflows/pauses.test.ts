import { expect, test } from 'vitest'
import {
  HeldByAnother,
  RefusedByProvider,
  RetryLater,
  RetryRecipientLater,
  RetryThisLater,
} from '../../../core/provider-errors.ts'
import { createPauses } from '../../../core/workflows/pauses.ts'

test('a provider that asks for a pause gets it, for as long as it asks', () => {
  let now = 0
  const pauses = createPauses(() => now)
  pauses.note('discord', new RetryLater('rate limit', 2_000))
  expect(() => pauses.assertOpen('discord')).toThrow(RetryLater)
  pauses.assertOpen('slack')
  now = 2_000
  pauses.assertOpen('discord')
})

test.each<[string, Error, boolean]>([
  ['a server that is down pauses its queue', new RetryLater('down', 3_000), true],
  ['a mailbox that is full does not', new RetryRecipientLater('full', 3_000), false],
  ['nor does a thread’s name', new RetryThisLater('a thread’s name', 600_000), false],
  ['nor does a permanent no', new RefusedByProvider('no such mailbox'), false],
  ['nor another run', new HeldByAnother('held', 3_000), false],
])('%s', (_, error, isPaused) => {
  const pauses = createPauses(() => 0)
  pauses.note('mail', error)
  const check = () => pauses.assertOpen('mail')
  if (isPaused) expect(check).toThrow(RetryLater)
  else expect(check).not.toThrow()
})
