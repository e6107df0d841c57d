import { expect, test } from 'vitest'
import { similarText } from '../../../../../core/triage/local/similar/similar-text.ts'
import { indexSimilar } from '../../../../../core/triage/local/similar/similar-tickets.ts'

const ticket = (id: string, title: string, description = '') => ({ id, title, description })
const tickets = [
  ticket('1', 'Printer on the third floor jams', 'Paper gets stuck each morning.'),
  ticket('2', 'VPN drops after ten minutes', 'AnyConnect reconnects, then drops.'),
  ticket('3', 'Payslip of May is wrong', 'The tax class.'),
  ticket('4', 'Paper for the printer', 'Please order some.'),
]
const find = indexSimilar(tickets)

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
