import { z } from 'zod'
import type { CategoryField } from '../../../../core/catalog/form/category-field.ts'
import { readTyped } from '../../../../core/tickets/fields/answer-words.ts'
import type { Answers } from '../../../../core/tickets/fields/ticket-field.ts'

/** What the inputs of a form hold, by the fields' keys: text, or whether a box is ticked. */
export const typedSchema = z.record(z.string(), z.union([z.string(), z.boolean()]).optional())
export type Typed = z.infer<typeof typedSchema>

/** The answers to these fields. What was typed into others is left out. */
export const readAnswers = (fields: readonly CategoryField[], typed: Typed = {}): Answers =>
  Object.fromEntries(
    fields.map(({ key, kind }) => {
      const value = typed[key] ?? null
      return [key, typeof value === 'string' ? readTyped(kind, value) : value]
    }),
  )

/** What the inputs hold for these answers. */
export const typedOf = (fields: readonly { key: string; value: Answers[string] }[]): Typed =>
  Object.fromEntries(
    fields.map(({ key, value }) => [key, typeof value === 'boolean' ? value : String(value ?? '')]),
  )
