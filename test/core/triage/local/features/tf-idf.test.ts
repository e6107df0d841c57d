import { expect, test } from 'vitest'
import { rowCount } from '../../../../../core/triage/local/features/sparse-rows.ts'
import { createVectorizer, learnTfIdf } from '../../../../../core/triage/local/features/tf-idf.ts'

const texts = ['the printer burns', 'the mouse is dead', 'the the the monitor', '']
const { vocabulary, rows } = learnTfIdf(texts)

const lengthOf = (row: number) =>
  Math.hypot(...rows.values.subarray(rows.starts[row] ?? 0, rows.starts[row + 1] ?? 0))

test('each text is a row of length 1, an empty one of length 0', () => {
  expect(rowCount(rows)).toBe(4)
  expect([0, 1, 2].map(lengthOf)).toEqual([1, 1, 1].map((one) => expect.closeTo(one, 5)))
  expect(lengthOf(3)).toBe(0)
})

test('the most frequent feature has the first number and the least weight', () => {
  expect(vocabulary.weights[0]).toBe(Math.min(...vocabulary.weights))
})

test('a text read again is the same row', () => {
  const vectorize = createVectorizer(vocabulary)
  for (const [row, text] of texts.entries()) {
    const { features, values } = vectorize(text)
    expect(features).toEqual(rows.features.slice(rows.starts[row], rows.starts[row + 1]))
    expect(values).toEqual(rows.values.slice(rows.starts[row], rows.starts[row + 1]))
  }
})

test('words that no text had are left out', () => {
  expect(createVectorizer(vocabulary)('zzz').features).toHaveLength(0)
})

test('of many texts, features that only one has are left out', () => {
  const many = Array.from({ length: 500 }, (_, index) => (index === 7 ? 'unique' : 'common'))
  expect(createVectorizer(learnTfIdf(many).vocabulary)('qqunique').features.length).toBeLessThan(8)
})
