import { expect, test } from 'vitest'
import { nameOf, readCursor, writeCursor } from '../../../core/live/cursor.ts'
import { max, mia } from '../../support/ticket-fixture.ts'

const at = Date.parse('2026-11-23T10:00:00.000Z')
const names = (count: number) => Array.from({ length: count }, (_, index) => nameOf(`ticket:${index}`))

test.each([0, 1, 150])('holds the moment and %i names', (count) => {
  const cursor = { at, told: names(count) }
  expect(readCursor(writeCursor(cursor, max), max)).toEqual(cursor)
})

test('keeps the newest names and stays fit for a header', () => {
  const text = writeCursor({ at, told: names(1_000) }, max)
  expect(text.length).toBeLessThan(1_000)
  expect(readCursor(text, max)?.told).toEqual(names(1_000).slice(-150))
})

test.each([
  ['another person', mia],
  ['the same person in another role', { ...max, role: 'admin' as const }],
])('is nothing to %s', (_who, person) => {
  expect(readCursor(writeCursor({ at, told: [] }, max), person)).toBeNull()
})

test.each(['', 'guess', '..', `${'z'.repeat(400)}.aaaaaa.`, 'mic4k2o0.aaaaaa.abc'])(
  '%j is no cursor',
  (text) => {
    expect(readCursor(text, max)).toBeNull()
  },
)
