import { expect, test } from 'vitest'
import { decidingWords } from '../../../../../core/triage/local/classifier/deciding-words.ts'
import { trainCalibrated } from '../../../../../core/triage/local/classifier/train-classifier.ts'

const texts = [
  ['the tills are dark and customers leave', 0],
  ['customers leave since the tills are dark', 0],
  ['a typo in the footer', 1],
  ['the footer has a typo', 1],
] as const
const many = Array.from({ length: 300 }, (_, index) => [`the word${index} is another`, index % 2] as const)
const wordsFor = decidingWords(
  trainCalibrated(
    [...texts, ...many].map(([text, label]) => ({ text, label, pointsOf: () => [0, 0] })),
    2,
    { rulesWeight: 0, sharpness: 1 },
  ),
)

test.each([
  ['All tills are dark, the customers leave', 0, ['tills', 'dark', 'customers']],
  ['A typo in the footer', 1, ['typo', 'footer']],
  ['A typo in the footer', 0, []],
  ['Nothing that is known', 0, []],
])('%s, for class %i: %j', (text, label, words) => expect(wordsFor(text, label)).toEqual(words))
