import { createVectorizer, learnTfIdf } from '../features/tf-idf.ts'
import { similarText } from './similar-text.ts'

type Text = { title: string; description: string }

/** @property similarity from 0 to 1 */
export type Similar = { id: string; similarity: number }

/**
 * An index of tickets by the words and pieces of words they share, rare ones first.
 * @returns a function that finds the most similar tickets, the most similar first
 */
export function indexSimilar(tickets: readonly (Text & { id: string })[]) {
  const { vocabulary, rows } = learnTfIdf(tickets.map(similarText))
  const vectorize = createVectorizer(vocabulary)
  const { starts, tickets: places, values } = transposed(rows, vocabulary.weights.length)

  return (ticket: Text, limit: number, except?: string): Similar[] => {
    const query = vectorize(similarText(ticket))
    const scores = new Float32Array(tickets.length)
    for (const [index, feature] of query.features.entries()) {
      const value = query.values[index] as number
      for (let at = starts[feature] as number; at < (starts[feature + 1] as number); at++) {
        const place = places[at] as number
        scores[place] = (scores[place] as number) + value * (values[at] as number)
      }
    }
    return [...scores.keys()]
      .filter((place) => (scores[place] as number) > 0 && tickets[place]?.id !== except)
      .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
      .slice(0, limit)
      .map((place) => ({ id: tickets[place]?.id ?? '', similarity: scores[place] as number }))
  }
}

/** For each feature the tickets that have it. */
function transposed(
  { starts: rows, features, values }: { starts: Uint32Array; features: Uint32Array; values: Float32Array },
  count: number,
) {
  const starts = new Uint32Array(count + 1)
  for (const feature of features) starts[feature + 1] = (starts[feature + 1] as number) + 1
  for (let feature = 0; feature < count; feature++)
    starts[feature + 1] = (starts[feature + 1] as number) + (starts[feature] as number)
  const next = starts.slice(0, count)
  const tickets = new Uint32Array(features.length)
  const weights = new Float32Array(features.length)
  for (let row = 0; row + 1 < rows.length; row++)
    for (let at = rows[row] as number; at < (rows[row + 1] as number); at++) {
      const feature = features[at] as number
      const place = next[feature] as number
      next[feature] = place + 1
      tickets[place] = row
      weights[place] = values[at] as number
    }
  return { starts, tickets, values: weights }
}
