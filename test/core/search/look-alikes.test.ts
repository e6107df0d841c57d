import { describe, expect, test } from 'vitest'
import { likeness, mostSimilar } from '../../../core/search/look-alikes.ts'

describe('likeness of two titles', () => {
  test.each([
    ['Printer on fire', 'Printer on fire', 1],
    ['Printer on fire', 'The PRINTERS burn', 0.5],
    ['Müller’s screen is black', 'Screen black', 0.8],
    ['Printer on fire', 'I need a new laptop', 0],
    ['It is not there', 'Is it?', 0],
    ['打印机', '打印机', 1],
  ])('“%s” and “%s”: %d', (one, other, expected) => {
    expect(likeness(one, other)).toBeCloseTo(expected, 1)
    expect(likeness(other, one)).toBe(likeness(one, other))
  })
})

test('the most similar come first, at most three, and never the ticket itself', () => {
  const ticket = { _id: '0', title: 'Printer on fire' }
  const others = ['Laptop broken', 'Printer smokes', 'Printer on fire', 'Printer fire alarm', 'Fire']
  const found = mostSimilar(ticket, [
    ticket,
    ...others.map((title, index) => ({ _id: `${index + 1}`, title })),
  ])
  expect(found.map(({ title }) => title)).toEqual(['Printer on fire', 'Printer fire alarm', 'Fire'])
})
