import { expect, test } from 'vitest'
import { leftAfter } from '../../../core/tickets/left.ts'
import { later } from '../../support/ticket-fixture.ts'

const now = { version: 3, at: later(3) }
const earlier = { key: 'max', version: 2, at: later(2) }

test.each([
  ['nobody leaves', ['ann'], undefined, ['ann', 'max'], []],
  [
    'the moderators leave with a claim',
    ['ann', 'moderators'],
    undefined,
    ['ann'],
    [{ key: 'moderators', ...now }],
  ],
  ['who left earlier stays noted', ['ann'], [earlier], ['ann'], [earlier]],
  ['who is back is forgotten', ['ann'], [earlier], ['ann', 'max'], []],
  ['who leaves again left now', ['max'], [earlier], [], [{ key: 'max', ...now }]],
])('%s', (_name, audience, left, after, expected) => {
  expect(leftAfter({ audience, left }, after, now)).toEqual(expected)
})

test('the list does not grow without end', () => {
  const left = Array.from({ length: 60 }, (_, index) => ({
    key: `${index}`,
    version: index,
    at: later(index),
  }))
  expect(leftAfter({ audience: ['max'], left }, [], now)).toHaveLength(50)
})
