import type { FieldKind } from '../../catalog/form/category-field.ts'
import type { Answer, TicketField } from './ticket-field.ts'

/** An answer as people read it; empty: none. A date stays as in ISO 8601, which reads the same everywhere. */
export const answerWords = (value: Answer): string =>
  typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value === null ? '' : String(value)

export const isAnswered = ({ value }: Pick<TicketField, 'value'>) => value !== null

/** A label before its answer. One that is a question, such as “How many?”, takes no colon. */
export const withColon = (label: string) => (/[?!:…？！：؟]$/u.test(label) ? label : `${label}:`)

/** e.g. "Serial number: 4711". Secrets are told by what stands before the colon. */
export const answerLine = ({ label, value }: Pick<TicketField, 'label' | 'value'>) =>
  `${label}: ${answerWords(value)}`

/** All answers, a line each. */
export const answerLines = (fields: readonly TicketField[] = []) =>
  fields.filter(isAnswered).map(answerLine).join('\n')

/** Reads what was typed into a form whose inputs give text only. What can't be read stays text, which is then refused. */
export function readTyped(kind: FieldKind, typed: string): Answer {
  if (typed.trim() === '') return null
  if (kind === 'checkbox') return typed === 'yes' ? true : typed === 'no' ? false : typed
  if (kind !== 'number') return typed
  const number = Number(typed.trim().replace(',', '.'))
  return Number.isFinite(number) ? number : typed
}
