import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { seededRandom, shuffledIndexes } from '../../core/triage/local/random.ts'

const rowSchema = z.object({
  id: z.string(),
  split: z.enum(['train', 'test']),
  title: z.string().catch(''),
  description: z.string().catch(''),
  category: z.string().nullish(),
  priority: z.string().nullish(),
  duplicates: z.array(z.coerce.string()).nullish(),
})

/** A ticket of an evaluation file. `duplicates` holds ids, with or without the prefix of the file's source. */
export type Row = z.infer<typeof rowSchema>

/** @throws Error that names the line that is not a ticket */
export const readRows = (path: string): Row[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line, index) => {
      try {
        return rowSchema.parse(JSON.parse(line))
      } catch (cause) {
        throw new Error(`Line ${index + 1} of ${path} is not a ticket.`, { cause })
      }
    })

/** The rows of one split that have a label. */
export const labelled = (rows: readonly Row[], split: Row['split'], label: 'category' | 'priority') =>
  rows.filter((row) => row.split === split && row[label])

/** So many of the rows, chosen by the seed. Another seed chooses others. */
export const sampled = (rows: Row[], count: number, seed: number): Row[] =>
  count >= rows.length
    ? rows
    : [...shuffledIndexes(rows.length, seededRandom(seed)).subarray(0, count)].flatMap(
        (index) => rows[index] ?? [],
      )
