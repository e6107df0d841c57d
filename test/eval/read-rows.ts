import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { seededRandom, shuffledIndexes } from '../../core/triage/local/random.ts'

const rowSchema = z.object({
  id: z.coerce.string(),
  split: z.enum(['train', 'test']),
  title: z.string().catch(''),
  description: z.string().catch(''),
  category: z.string().nullish(),
  priority: z.string().nullish(),
  duplicates: z.array(z.coerce.string()).nullish(),
})

/** A ticket of an evaluation file. `duplicates` holds ids, with or without the prefix of the file's source. */
export type Row = z.infer<typeof rowSchema>

/** @throws Error that names the line that is not a ticket, and why */
export const readRows = (path: string): Row[] =>
  readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() ? [rowOf(line, `line ${index + 1} of ${path}`)] : []))

function rowOf(line: string, where: string): Row {
  const read = rowSchema.safeParse(jsonOf(line, where))
  if (read.success) return read.data
  const reasons = read.error.issues.map(({ path, message }) => [...path, message].join(': '))
  throw new Error(`No ticket in ${where}: ${reasons.join('; ')}`)
}

function jsonOf(line: string, where: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Error(`No JSON in ${where}. Each line has to be one JSON object.`)
  }
}

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
