import { expect, test } from 'vitest'
import { affinitiesOf, type SolvedTicket } from '../../../core/triage/affinity.ts'

const solved = (count: number, more: Partial<SolvedTicket> = {}): SolvedTicket[] =>
  Array.from({ length: count }, () => ({
    ...{ category: 'Network', assignee: { id: 'max' }, history: [{ action: 'resolved' as const }] },
    ...more,
  }))
const reopened: SolvedTicket['history'] = [{ action: 'resolved' }, { action: 'reopened' }]

test.each<[string, SolvedTicket[], number | undefined]>([
  ['one ticket says little', solved(1), 1 / 6],
  ['many say much, but never all', solved(45), 0.9],
  ['half of them reopened', [...solved(5), ...solved(5, { history: reopened })], 5 / 15],
  ['a bad rating', solved(5, { rating: { score: 2 } }), 0],
  ['a fair rating counts as good', solved(5, { rating: { score: 3 } }), 0.5],
  ['another category', solved(5, { category: 'Printers' }), undefined],
  ['no category', solved(5, { category: null }), undefined],
  ['another person', solved(5, { assignee: { id: 'mia' } }), undefined],
  ['nobody', solved(5, { assignee: null }), undefined],
])('%s', (_name, tickets, expected) => {
  expect(affinitiesOf(tickets).get('max')?.get('Network')).toBe(expected)
})
