import { expect, test } from 'vitest'
import {
  HeldByAnother,
  RefusedByProvider,
  RetryLater,
  RetryRecipientLater,
} from '../../../core/provider-errors.ts'
import { createPauses } from '../../../core/workflows/pauses.ts'

test.each<[string, Error, boolean]>([
  ['a server that is down pauses its queue', new RetryLater('down', 3_000), true],
  ['a mailbox that is full does not', new RetryRecipientLater('full', 3_000), false],
  ['nor does a permanent no', new RefusedByProvider('no such mailbox'), false],
  ['nor another run', new HeldByAnother('held', 3_000), false],
])('%s', (_, error, isPaused) => {
  const pauses = createPauses(() => 0)
  pauses.note('mail', error)
  const check = () => pauses.assertOpen('mail')
  if (isPaused) expect(check).toThrow(RetryLater)
  else expect(check).not.toThrow()
})
