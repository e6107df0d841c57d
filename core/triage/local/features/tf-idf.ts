import { createFeatureCounter, type FeatureCounter, featureCount, wordFeatures } from './count-features.ts'
import { rowWriter, type SparseRows } from './sparse-rows.ts'

/**
 * The features that a model knows. `numbers[feature]` is the number of a hashed feature, or -1, with the most frequent
 * first: what is used together lies together. `weights[number]` says how rare it is.
 */
export type Vocabulary = { numbers: Int32Array; weights: Float32Array }

/** From this many texts on, a feature that only one has is left out: that makes a model smaller and no worse. */
const many = 500

/** Learns how rare each feature is, and returns the texts as rows of length 1. Words and pieces weigh half each. */
export function learnTfIdf(texts: readonly string[]): { vocabulary: Vocabulary; rows: SparseRows } {
  const counted = countAll(texts)
  const vocabulary = vocabularyOf(counted, texts.length, texts.length < many ? 1 : 2)
  return { vocabulary, rows: weighted(counted, vocabulary) }
}

function countAll(texts: readonly string[]): SparseRows {
  const count = createFeatureCounter()
  const writer = rowWriter(texts.length * 512)
  for (const text of texts) {
    count(text, writer.add)
    writer.endRow()
  }
  return writer.rows()
}

/** The weight is smoothed: ln((texts + 1) / (texts with the feature + 1)) + 1. */
function vocabularyOf({ features }: SparseRows, texts: number, minTexts: number): Vocabulary {
  const having = new Uint32Array(featureCount)
  for (const feature of features) having[feature] = (having[feature] as number) + 1
  const ranked = having
    .map((_, feature) => feature)
    .filter((feature) => (having[feature] as number) >= minTexts)
  ranked.sort((a, b) => (having[b] as number) - (having[a] as number) || a - b)
  const numbers = new Int32Array(featureCount).fill(-1)
  for (const [number, feature] of ranked.entries()) numbers[feature] = number
  const weights = Float32Array.from(
    ranked,
    (feature) => Math.log((texts + 1) / ((having[feature] as number) + 1)) + 1,
  )
  return { numbers, weights }
}

/** Gives each count its weight, (1 + ln count) x rarity, and each half of a row the length √½. */
function weighted({ starts, features, values }: SparseRows, { numbers, weights }: Vocabulary): SparseRows {
  const writer = rowWriter(features.length)
  for (let row = 0; row + 1 < starts.length; row++) {
    const [from, to] = [starts[row] as number, starts[row + 1] as number]
    let [words, pieces] = [0, 0]
    for (let at = from; at < to; at++) {
      const feature = features[at] as number
      const number = numbers[feature] as number
      if (number < 0) continue
      const value = (1 + Math.log(values[at] as number)) * (weights[number] as number)
      values[at] = value
      if (feature < wordFeatures) words += value * value
      else pieces += value * value
    }
    const [wordScale, pieceScale] = [Math.sqrt(0.5 / words), Math.sqrt(0.5 / pieces)]
    for (let at = from; at < to; at++) {
      const feature = features[at] as number
      const number = numbers[feature] as number
      if (number >= 0)
        writer.add(number, (values[at] as number) * (feature < wordFeatures ? wordScale : pieceScale))
    }
    writer.endRow()
  }
  return writer.rows()
}

/** @returns a function that makes one text a matrix of one row */
export function createVectorizer(vocabulary: Vocabulary, count: FeatureCounter = createFeatureCounter()) {
  return (text: string): SparseRows => {
    const writer = rowWriter(1024)
    count(text, writer.add)
    writer.endRow()
    return weighted(writer.rows(), vocabulary)
  }
}
