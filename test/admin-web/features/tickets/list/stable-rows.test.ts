import { expect, test } from 'vitest'
import { stableRows } from '../../../../../admin-web/src/features/tickets/list/stable-rows.ts'

const rows = (ids: string) => [...ids].map((id) => ({ id }))
const idsOf = (shown: { id: string }[]) => shown.map(({ id }) => id).join('')

test.each([
  ['nothing changes', 'abc', 'abc', false, 'abc', '', 0],
  ['new rows before those shown wait', 'abc', 'xyabc', false, 'abc', '', 2],
  ['new rows between those shown wait', 'abc', 'axbc', false, 'abc', '', 1],
  ['rows at the end push nothing: they are added', 'abc', 'abcd', false, 'abcd', '', 0],
  ['a row that is gone keeps its place', 'abc', 'ac', false, 'abc', 'b', 0],
  ['a row at the end that is gone keeps its place', 'abc', 'ab', false, 'abc', 'c', 0],
  ['what a new row has pushed to the next page is not gone', 'abc', 'xab', true, 'abc', '', 1],
  ['but what is missing before the last known row is', 'abc', 'xac', true, 'abc', 'b', 1],
  ['an empty list takes what comes', '', 'ab', false, 'ab', '', 0],
  ['all rows gone, others come', 'ab', 'xy', false, 'abxy', 'ab', 0],
  ['sorted otherwise, they stay as they were', 'abc', 'cba', false, 'abc', '', 0],
])('%s', (_case, shown, latest, more, expected, gone, waiting) => {
  const held = stableRows(rows(shown), rows(latest), more)
  expect(idsOf(held.rows)).toBe(expected)
  expect([...held.gone].join('')).toBe(gone)
  expect(held.waiting).toBe(waiting)
})

test.each([
  ['new rows at the end of a whole list wait, too', 'abc', 'abcd', 'abc', 1],
  ['a whole list that was empty takes what comes', '', 'ab', 'ab', 0],
])('%s', (_case, shown, latest, expected, waiting) => {
  const held = stableRows(rows(shown), rows(latest), false, false)
  expect(idsOf(held.rows)).toBe(expected)
  expect(held.waiting).toBe(waiting)
})

test('rows that stay show their latest values', () => {
  const held = stableRows([{ id: 'a', title: 'Old' }], [{ id: 'a', title: 'New' }], false)
  expect(held.rows).toEqual([{ id: 'a', title: 'New' }])
})
