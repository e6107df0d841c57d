import { z } from 'zod'
import type { CategoryField, FieldKind } from '../../catalog/form/category-field.ts'
import { type FieldError, Refusal } from '../../errors.ts'
import { lineSchema } from '../../text/line.ts'
import { textSchema } from '../../text/text.ts'
import { withColon } from './answer-words.ts'
import type { Answer, Answers, TicketField } from './ticket-field.ts'

/** Names each field by its label, and at most 20 of them, as every refusal of input does. */
export function invalidAnswers(fields: readonly CategoryField[], errors: readonly FieldError[]): Refusal {
  const labels = new Map(fields.map(({ key, label }) => [key, label]))
  const named = errors.slice(0, 20)
  return new Refusal(
    'invalid',
    named.map(({ field, message }) => `${withColon(labels.get(field) ?? field)} ${message}`).join(' '),
    { errors: named.map(({ field, message }) => ({ field: `fields.${field}`, message })) },
  )
}

/** In characters. Slack's longest input takes 3,000. */
export const maxAnswer: Record<'text' | 'long-text', number> = { text: 150, 'long-text': 3_000 }

const schemas: Record<FieldKind, (field: CategoryField) => z.ZodType<Answer>> = {
  text: () => lineSchema(1, maxAnswer.text),
  'long-text': () => textSchema(1, maxAnswer['long-text']),
  number: () => z.number('Enter a number.'),
  select: ({ options = [] }) => z.enum(options, `Choose one of these: ${options.join(', ')}.`),
  date: () => z.iso.date('Enter a date, such as 2026-11-30.'),
  checkbox: () => z.boolean('Tick the box, or leave it.'),
}

/**
 * Checks answers against the fields that are asked now, whatever the form looked like when they were typed. An answer to a
 * field that is no longer asked is refused by name, so that nobody believes that it was sent.
 * @param how.partly whether a required field may be without an answer: it is asked for later
 * @returns each field with its answer, and what is wrong, with the field's key
 */
export function checkAnswers(
  fields: readonly CategoryField[],
  answers: Answers,
  { partly = false }: { partly?: boolean } = {},
): { fields: TicketField[]; errors: FieldError[] } {
  const checked = fields.map((field) => ({
    field,
    ...checkAnswer(field, answers[field.key] ?? null, partly),
  }))
  const keys = new Set(fields.map(({ key }) => key))
  const unasked = Object.keys(answers).filter((key) => !keys.has(key))
  return {
    fields: checked.map(({ field, value }) => ({ ...field, value })),
    errors: [
      ...checked.flatMap(({ field: { key }, error }) => (error ? [{ field: key, message: error }] : [])),
      ...unasked.map((key) => ({
        field: key,
        message: 'The category does not ask this. Reload its fields.',
      })),
    ],
  }
}

type Checked = { value: Answer; error: string | null }

function checkAnswer(field: CategoryField, answer: Answer, partly: boolean): Checked {
  if (isBlank(answer)) return { value: null, error: field.required && !partly ? missing(field) : null }
  const read = schemas[field.kind](field).safeParse(answer)
  if (!read.success) return { value: null, error: read.error.issues[0]?.message ?? 'Check this answer.' }
  if (field.required && read.data === false) return { value: false, error: missing(field) }
  return { value: read.data, error: null }
}

const isBlank = (answer: Answer) => answer === null || (typeof answer === 'string' && answer.trim() === '')

const missing = ({ kind }: CategoryField) =>
  kind === 'checkbox' ? 'Tick this box.' : kind === 'select' ? 'Choose an option.' : 'Fill in this field.'
