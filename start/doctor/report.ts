import { hasFailed, type Outcome } from './outcome.ts'

const nameWidth = 14

/** One line for a check, and one for each thing that is missing. */
export function report(name: string, outcome: Outcome): string {
  const { detail: said, findings, hint } = outcome
  const first = said || findings.map(({ text }) => text).join('; ')
  const below = [
    ...findings.map(({ text, remedy }) => (said ? `${sentence(text)}. ${remedy}.` : `${remedy}.`)),
    ...(hint && findings.length > 0 ? [hint] : []),
  ]
  return [`  ${markOf(outcome)} ${name.padEnd(nameWidth)}${first}`, ...below.map(indented)].join('\n')
}

function markOf(outcome: Outcome): string {
  if (outcome.skipped) return '-'
  if (hasFailed(outcome)) return '✗'
  return outcome.findings.length > 0 ? '!' : '✓'
}

const indented = (line: string) => `${' '.repeat(nameWidth + 4)}${line}`

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
