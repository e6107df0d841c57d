import { expect, test } from 'vitest'
import { readEventId, writeEventId } from '../../../core/live/event-id.ts'
import { max, mia } from '../../support/ticket-fixture.ts'

const position = { feed: 'k3Jq0_zA', sequence: 4_711 }

test('is read as it was written', () => {
  expect(readEventId(writeEventId(position, max), max)).toEqual(position)
})

test.each([
  ['another person', mia],
  ['the same person in another role', { ...max, role: 'admin' as const }],
])('is nothing to %s', (_who, person) => {
  expect(readEventId(writeEventId(position, max), person)).toBeNull()
})

test.each(['', 'guess', '..', `${'z'.repeat(400)}.1.aaaaaa`, 'k3Jq0_zA.1.aaaaaa'])(
  '%j is no event’s id',
  (text) => {
    expect(readEventId(text, max)).toBeNull()
  },
)
