import { expect, test } from 'vitest'
import {
  createSimilarIndex,
  searchWithoutPause,
} from '../../../../../core/triage/local/similar/similar-index.ts'
import { similarText } from '../../../../../core/triage/local/similar/similar-text.ts'

const ticket = (id: string, title: string, description = '') => ({ id, title, description })
const tickets = [
  ticket('1', 'Printer on the third floor jams', 'Paper gets stuck each morning.'),
  ticket('2', 'VPN drops after ten minutes', 'AnyConnect reconnects, then drops.'),
  ticket('3', 'Payslip of May is wrong', 'The tax class.'),
  ticket('4', 'Paper for the printer', 'Please order some.'),
]
const indexOf = (some: typeof tickets, most?: { tickets: number; features: number }) => {
  const index = createSimilarIndex<{ open: boolean }>(most)
  for (const one of some) index.put(one.id, one, { open: one.id !== '4' })
  return index
}
const find = (asked: { title: string; description: string }, limit: number, except?: string) =>
  searchWithoutPause(indexOf(tickets), asked, { limit, except })

test.each<[string, string]>([
  ['printers jam on floor three', '1'],
  ['VPN-Verbindung drops', '2'],
  ['pay slip wrong', '3'],
])('%s', (title, id) => expect(find({ title, description: '' }, 5)[0]?.id).toBe(id))

test('the most similar first, no more than asked for, never the ticket itself', () => {
  const similar = find(ticket('1', 'Printer on the third floor jams'), 2, '1')
  expect(similar.map(({ id }) => id)).toEqual(['4', expect.any(String)])
  expect(similar[0]?.similarity).toBeGreaterThan(similar[1]?.similarity ?? 1)
})

test('a text that shares nothing is like nothing', () => {
  expect(find({ title: '完全に別', description: '' }, 5)).toEqual([])
})

test('frames of stack traces and times say nothing; parts of names do', () => {
  const text = similarText(
    ticket(
      '5',
      'ListingCallbacks fails',
      'Error 2024-01-05 10:11:12,345\n  at org.apache.Foo.bar(Foo.java:12)',
    ),
  )
  expect(text).toContain('Listing Callbacks')
  expect(text).not.toMatch(/Foo|2024/)
})

test('a ticket that is put again is found by its new words, and one that is removed not at all', () => {
  const index = indexOf(tickets)
  index.put('1', ticket('1', 'Coffee machine leaks'), { open: true })
  index.remove('2')
  const best = (title: string) => searchWithoutPause(index, { title, description: '' }, { limit: 1 })[0]
  expect(best('coffee machine')?.id).toBe('1')
  expect(best('VPN drops')?.similarity ?? 0).toBeLessThan(0.1)
  expect(best('printer jams paper')?.id).toBe('4')
})

test('counts of an index in which tickets came and went are those of a new one', () => {
  const index = indexOf(tickets)
  for (const id of ['7', '8', '9']) index.put(id, ticket(id, 'Printer VPN payslip'), { open: true })
  for (const id of ['7', '8', '9']) index.remove(id)
  const asked = { title: 'Paper for the VPN', description: '' }
  expect(searchWithoutPause(index, asked, { limit: 5 })).toEqual(find(asked, 5))
})

test('only tickets that are allowed are found', () => {
  const found = searchWithoutPause(indexOf(tickets), ticket('', 'paper printer'), {
    limit: 5,
    allows: ({ open }) => open,
  })
  expect(found.map(({ id }) => id)).not.toContain('4')
})

test('the oldest tickets leave when there are too many, or too many words', () => {
  expect(indexOf(tickets, { tickets: 2, features: 1e6 }).size()).toBe(2)
  const short = indexOf(tickets, { tickets: 100, features: 150 })
  expect(short.size()).toBeLessThan(4)
  expect(short.factsOf('1')).toBeUndefined()
  expect(short.factsOf('4')).toEqual({ open: false })
})
