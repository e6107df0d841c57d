import { createFeatureCounter, featureCount, wordFeatures } from '../features/count-features.ts'
import { hash } from '../features/hash.ts'
import { similarText } from './similar-text.ts'

type Text = { title: string; description: string }

/** @property similarity from 0 to 1 */
export type Similar = { id: string; similarity: number }

/** @property except an id to leave out @property allows which tickets may be found, by their facts */
export type Asked<Facts> = { limit: number; except?: string | undefined; allows?: (facts: Facts) => boolean }

/**
 * The features of a text. The first `words` of them are words, the others pieces of words.
 * @property lengthsAt how many tickets there were when both lengths were measured
 */
type Row = {
  features: Uint32Array
  counts: Uint8Array
  words: number
  wordLength: number
  pieceLength: number
  lengthsAt: number
}
/** @property isThere a bit for each feature: 64 kB, which stay in the processor's cache */
type Worth = { isThere: Uint32Array; values: Float32Array }
type Entry<Facts> = Row & { id: string; facts: Facts; text: number }

export const maxTickets = 20_000
/** 5 bytes each, so 50 MB. A ticket of 100 words has about 500. */
const maxFeatures = 10_000_000
/** They find as much as pieces of 2 to 5 characters do, with a third of the memory and time: docs/triage.md. */
const pieceLengths = { shortest: 4, longest: 4 }
/** About a millisecond of work. */
const rowsPerTurn = 250
/**
 * Each new ticket changes how rare features are, and so all lengths. They are measured again after a tenth more
 * tickets.
 */
const matters = 1.1

const logs = Float32Array.from({ length: maxTickets + 2 }, (_, n) => Math.log(n))

/**
 * An index of tickets by the words and pieces of words that they share: the cosine of their TF-IDF vectors, words and
 * pieces weighing half each. It holds the tickets that were put last, as many as `most` allows.
 */
export function createSimilarIndex<Facts>(most = { tickets: maxTickets, features: maxFeatures }) {
  const count = createFeatureCounter(pieceLengths)
  const entries = new Map<string, Entry<Facts>>()
  const having = new Uint32Array(featureCount)
  let stored = 0

  const rarity = (feature: number) =>
    (logs[entries.size + 1] as number) - (logs[(having[feature] as number) + 1] as number) + 1
  const often = ({ counts }: Row, at: number) => 1 + (logs[counts[at] as number] as number)
  const weight = (row: Row, at: number) => often(row, at) * rarity(row.features[at] as number)

  function rowOf(text: string): Row {
    const words: [number, number][] = []
    const pieces: [number, number][] = []
    count(text, (feature, times) => (feature < wordFeatures ? words : pieces).push([feature, times]))
    const all = [...words, ...pieces]
    return {
      features: Uint32Array.from(all, ([feature]) => feature),
      counts: Uint8Array.from(all, ([, times]) => Math.min(times, 255)),
      words: words.length,
      ...{ wordLength: 1, pieceLength: 1, lengthsAt: 0 },
    }
  }

  function measure(row: Row) {
    let [words, pieces] = [0, 0]
    for (let at = 0; at < row.features.length; at++) {
      const value = weight(row, at)
      if (at < row.words) words += value * value
      else pieces += value * value
    }
    row.wordLength = Math.sqrt(words) || 1
    row.pieceLength = Math.sqrt(pieces) || 1
    row.lengthsAt = entries.size
  }

  function countTickets({ features }: Row, by: 1 | -1) {
    for (const feature of features) having[feature] = (having[feature] as number) + by
    stored += by * features.length
  }

  function remove(id: string) {
    const entry = entries.get(id)
    if (!entry) return
    entries.delete(id)
    countTickets(entry, -1)
  }

  /** Adds a ticket, or changes it. Its features are counted only if its text has changed. */
  function put(id: string, ticket: Text, facts: Facts) {
    const words = similarText(ticket)
    const text = hash(words)
    const known = entries.get(id)
    remove(id)
    const entry = { ...(known?.text === text ? known : rowOf(words)), id, facts, text }
    entries.set(id, entry)
    countTickets(entry, 1)
    for (const oldest of entries.keys()) {
      if (entries.size <= most.tickets && stored <= most.features) break
      remove(oldest)
    }
  }

  /** What each feature of the query adds to a similarity: its weight times its rarity. */
  function worthOf(ticket: Text): Worth {
    const row = rowOf(similarText(ticket))
    measure(row)
    const isThere = new Uint32Array(featureCount / 32)
    const values = new Float32Array(featureCount)
    for (const [at, feature] of row.features.entries()) {
      const length = at < row.words ? row.wordLength : row.pieceLength
      values[feature] = (weight(row, at) * rarity(feature)) / length
      isThere[feature >>> 5] = (isThere[feature >>> 5] as number) | (1 << (feature & 31))
    }
    return { isThere, values }
  }

  function similarityTo({ isThere, values }: Worth, row: Row) {
    if (Math.max(row.lengthsAt, 1) * matters < entries.size || row.lengthsAt > entries.size * matters)
      measure(row)
    const { features } = row
    let [words, pieces] = [0, 0]
    for (let at = 0; at < features.length; at++) {
      const feature = features[at] as number
      if (((isThere[feature >>> 5] as number) & (1 << (feature & 31))) === 0) continue
      const value = (values[feature] as number) * often(row, at)
      if (at < row.words) words += value
      else pieces += value
    }
    return (words / row.wordLength + pieces / row.pieceLength) / 2
  }

  /** Finds the most similar tickets, the most similar first. Pauses after every few hundred that it has looked at. */
  function* search(ticket: Text, { limit, except, allows }: Asked<Facts>): Generator<void, Similar[]> {
    const worth = worthOf(ticket)
    let best: Similar[] = []
    for (const [place, entry] of [...entries.values()].entries()) {
      if (place % rowsPerTurn === rowsPerTurn - 1) yield
      if (entry.id === except || (allows && !allows(entry.facts))) continue
      const similarity = similarityTo(worth, entry)
      if (similarity <= (best.length < limit ? 0 : (best.at(-1)?.similarity ?? 0))) continue
      best = [...best, { id: entry.id, similarity }]
        .toSorted((a, b) => b.similarity - a.similarity)
        .slice(0, limit)
    }
    return best
  }

  return { put, remove, search, factsOf: (id: string) => entries.get(id)?.facts, size: () => entries.size }
}

export type SimilarIndex<Facts> = ReturnType<typeof createSimilarIndex<Facts>>

/** Searches without a pause. */
export function searchWithoutPause<Facts>(
  index: SimilarIndex<Facts>,
  ticket: Text,
  asked: Asked<Facts>,
): Similar[] {
  const steps = index.search(ticket, asked)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
