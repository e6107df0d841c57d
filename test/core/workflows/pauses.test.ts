import { expect, test } from 'vitest'
import { HeldByAnother, RetryLater, RetryThisLater } from '../../../core/provider-errors.ts'
import { createPauses } from '../../../core/workflows/pauses.ts'

test('a provider that asks for a pause gets it; what only one ticket waits for holds up no other', () => {
  let now = 0
  const pauses = createPauses(() => now)
  pauses.note('discord', new RetryThisLater('a thread’s name', 600_000))
  pauses.note('discord', new HeldByAnother('another run', 600_000))
  pauses.assertOpen('discord')
  pauses.note('discord', new RetryLater('rate limit', 2_000))
  expect(() => pauses.assertOpen('discord')).toThrow(RetryLater)
  pauses.assertOpen('slack')
  now = 2_000
  pauses.assertOpen('discord')
})
