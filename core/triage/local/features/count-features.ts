import { hash } from './hash.ts'
import { wordsOf } from './words.ts'

/** Words and pairs of words share the lower half of the features, pieces of words the upper half. */
export const wordFeatures = 1 << 18
export const featureCount = 2 * wordFeatures

/** In UTF-16 code units. A longer “word” is a key or encoded data. */
const maxWordLength = 40
/** For how many words the hashed pieces are cached. */
const maxRemembered = 50_000

const seeds = { word: 1, pair: 2, piece: 3 }
const half = (hashed: number) => hashed & (wordFeatures - 1)

/** The feature of a word by itself. @param word as `wordsOf` gives it */
export const featureOfWord = (word: string): number => half(hash(word.slice(0, maxWordLength), seeds.word))

/**
 * Counts words, pairs of neighbouring words, and pieces of each word, all hashed. Pieces catch endings, compounds and
 * typing errors. The start and end of a word are characters of it.
 * @param pieceLengths in characters, by default 2 to 5
 * @returns a function that calls `each` once for each different feature of a text, with its count
 */
export function createFeatureCounter(pieceLengths = { shortest: 2, longest: 5 }) {
  const counts = new Uint16Array(featureCount)
  const touched: number[] = []
  const pieces = new Map<string, Uint32Array>()

  const count = (feature: number) => {
    if (counts[feature] === 0) touched.push(feature)
    if ((counts[feature] ?? 0) < 65_535) counts[feature] = (counts[feature] ?? 0) + 1
  }

  function remembered(word: string) {
    const known = pieces.get(word)
    if (known) return known
    if (pieces.size === maxRemembered) pieces.clear()
    const found = piecesOf(word, pieceLengths)
    pieces.set(word, found)
    return found
  }

  return (text: string, each: (feature: number, count: number) => void) => {
    let before = ''
    for (const whole of wordsOf(text)) {
      const word = whole.slice(0, maxWordLength)
      count(featureOfWord(word))
      if (before) count(half(hash(`${before} ${word}`, seeds.pair)))
      for (const piece of remembered(word)) count(piece)
      before = word
    }
    for (const feature of touched) {
      each(feature, counts[feature] ?? 0)
      counts[feature] = 0
    }
    touched.length = 0
  }
}

function piecesOf(word: string, { shortest, longest }: { shortest: number; longest: number }): Uint32Array {
  const bounded = ` ${word} `
  const found: number[] = []
  for (let length = shortest; length <= longest; length++)
    for (let start = 0; start + length <= bounded.length; start++)
      found.push(wordFeatures + half(hash(bounded, seeds.piece, start, start + length)))
  return Uint32Array.from(found)
}

export type FeatureCounter = ReturnType<typeof createFeatureCounter>
