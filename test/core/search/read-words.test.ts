import { expect, test } from 'vitest'
import { readWords } from '../../../core/search/read-words.ts'

test.each<[string, string[]]>([
  ['mail printer vpn', ['printer', 'mail', 'vpn']],
  ['"the second Printer"', ['printer', 'second']],
  ['after the storm', ['storm']],
  ['about it', []],
  ['no pc', []],
  ['C++ -java', []],
  ['node.js', ['node']],
])('of %j the text index is asked for %j', (query, indexed) => {
  expect(readWords(query).indexed).toEqual(indexed)
})

test('a long phrase asks the text index for no more than ten words', () => {
  const phrase = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ')
  expect(readWords(`"${phrase}"`).indexed).toHaveLength(10)
})
