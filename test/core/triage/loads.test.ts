import { expect, test } from 'vitest'
import { countLoads } from '../../../core/triage/loads.ts'

const rows = (...given: [string, string, number][]) =>
  given.map(([assignee, requester, count]) => ({ assignee, requester, count }))

test.each([
  [
    'few tickets count as they are',
    rows(['max', 'ann', 2], ['max', 'bob', 3], ['mia', 'ann', 1]),
    { max: 5, mia: 1 },
  ],
  ['many of one requester count up to the limit', rows(['max', 'ann', 40], ['max', 'bob', 2]), { max: 7 }],
  ['among all who have them', rows(['max', 'ann', 30], ['mia', 'ann', 20]), { max: 3, mia: 2 }],
  ['each requester for themselves', rows(['max', 'ann', 40], ['max', 'bob', 40]), { max: 10 }],
])('%s', (_name, given, expected) => {
  expect(Object.fromEntries(countLoads(given, 5).of)).toEqual(expected)
})

test('by priority, an urgent ticket counts as four usual ones', () => {
  const of = (priority: 'urgent' | 'high' | 'medium' | 'low' | null, count: number) => ({
    ...{ assignee: 'max', requester: 'ann', priority, count },
  })
  const loads = countLoads([of('urgent', 1), of('high', 2), of('medium', 1), of('low', 3), of(null, 1)], 100)
  expect(loads.of.get('max')).toBe(8)
  expect(loads.weightOf.get('max')).toBe(4 + 4 + 1 + 1.5 + 1)
})
