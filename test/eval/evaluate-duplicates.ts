import { createSimilarIndex, searchWithoutPause } from '../../core/triage/local/similar/similar-index.ts'
import { cpuSeconds, eachTimed, timed } from './measure.ts'
import type { Row } from './read-rows.ts'
import type { DuplicatesResult } from './result.ts'

const most = 10
/** Files name a duplicate with or without the source before its number. */
const numberOf = (id: string) => id.replace(/^.*-/, '')

/** The test rows of which a duplicate is in the file, and the numbers of those. Others can't be answered and don't count. */
export function duplicatesIn(rows: readonly Row[]) {
  const there = new Set(rows.map(({ id }) => numberOf(id)))
  return rows
    .filter(({ split }) => split === 'test')
    .map((row) => ({ row, wanted: (row.duplicates ?? []).map(numberOf).filter((id) => there.has(id)) }))
    .filter(({ wanted }) => wanted.length > 0)
}

/**
 * Looks for the known duplicates of each test row among all other rows of the file, as a desk looks among all tickets.
 */
export function evaluateDuplicates(rows: readonly Row[]): DuplicatesResult {
  const asked = duplicatesIn(rows)
  const index = createSimilarIndex<null>()
  const { seconds } = cpuSeconds(() => {
    for (const row of rows) index.put(row.id, row, null)
  })
  const { results, milliseconds } = eachTimed(asked, ({ row }) =>
    searchWithoutPause(index, row, { limit: most, except: row.id }),
  )
  return {
    task: 'duplicates',
    trainRows: rows.length,
    found: results.map((similar, index) => {
      const right = asked[index]?.wanted ?? []
      return 1 + similar.findIndex(({ id }) => right.includes(numberOf(id)))
    }),
    ...timed(seconds, milliseconds),
  }
}
