import { expect, test } from 'vitest'
import { hash } from '../../../../../core/triage/local/features/hash.ts'

test('is the same for the same characters, wherever they stand', () => {
  expect(hash('printer', 3)).toBe(hash('the printer burns', 3, 4, 11))
})

test('differs by character, order, length and seed', () => {
  const all = ['', 'a', 'b', 'ab', 'ba', 'aa', 'aaa', 'é', '打印'].map((text) => hash(text))
  expect(new Set([...all, hash('a', 1)]).size).toBe(all.length + 1)
})

test('spreads words evenly over few places', () => {
  const places = new Uint32Array(64)
  for (let word = 0; word < 6_400; word++) {
    const place = hash(`word${word}`) & 63
    places[place] = (places[place] ?? 0) + 1
  }
  expect(Math.min(...places)).toBeGreaterThan(60)
  expect(Math.max(...places)).toBeLessThan(145)
})
