import { expect, test } from 'vitest'
import { audienceBefore } from '../../../core/tickets/audience-before.ts'
import { later } from '../../support/ticket-fixture.ts'

const ticket = { audience: ['ann', 'max'], audienceBefore: ['ann', 'moderators'], updatedAt: later(0) }

test.each([
  ['two changes in a row count as one', ticket, later(2), ['ann', 'moderators', 'max']],
  ['a later one has the audience that the ticket had', ticket, later(3), ['ann', 'max']],
  [
    'a first one has the audience that the ticket was filed with',
    { audience: ['ann'], updatedAt: later(0) },
    later(1),
    ['ann'],
  ],
])('%s', (_name, before, at, expected) => {
  expect(audienceBefore(before, at)).toEqual(expected)
})
