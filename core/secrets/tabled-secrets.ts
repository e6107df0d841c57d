import type { Secret, SecretKind } from './secret.ts'
import { secretLabels, unspacedSecretLabels } from './secret-labels.ts'
import { looksChosen } from './secret-looks.ts'

type Cell = { text: string; start: number }
type Row = { cells: Cell[]; separator: string }

const heads = [...secretLabels, ...unspacedSecretLabels].map(
  ([kind, words]) => [kind, new RegExp(`^[*_]*(?:${words.join('|')})[*_]*$`, 'iu')] as const,
)
const rule = /^[\s|:-]+$/

/**
 * Secrets in a table's column below "Password". A table is in Markdown, or its cells are separated by tabs, ";" or ",".
 */
export function tabledSecrets(text: string): Secret[] {
  const found: Secret[] = []
  let head: Row | null = null
  let start = 0
  for (const line of text.split('\n')) {
    const row = rowOf(line, start, head)
    const begun = row && !head && row.cells.some(({ text }) => kindOf(text))
    if (row && head) found.push(...secretsOf(row, head))
    if (begun) head = row
    else if (!row && !rule.test(line)) head = null
    start += line.length + 1
  }
  return found
}

/** @param head of the table that the line may go on; null: it may begin one */
function rowOf(line: string, start: number, head: Row | null): Row | null {
  if (rule.test(line)) return null
  for (const separator of head ? [head.separator] : ['|', '\t', ';', ',']) {
    const cells = cellsOf(line, start, separator)
    if (head ? cells.length === head.cells.length : cells.length > 1) return { cells, separator }
  }
  return null
}

function cellsOf(line: string, start: number, separator: string): Cell[] {
  let at = start
  return line.split(separator).map((cell) => {
    const text = cell.trim()
    const found = { text, start: at + cell.indexOf(text) }
    at += cell.length + separator.length
    return found
  })
}

const kindOf = (text: string): SecretKind | undefined => heads.find(([, head]) => head.test(text))?.[0]

const secretsOf = (row: Row, head: Row): Secret[] =>
  row.cells.flatMap(({ text, start }, column) => {
    const kind = kindOf(head.cells[column]?.text ?? '')
    const isSecret =
      kind && text.length > 2 && looksChosen({ text, isQuoted: false, isLast: !text.includes(' ') })
    return isSecret ? [{ kind, start, end: start + text.length }] : []
  })
