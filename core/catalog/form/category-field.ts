import { z } from 'zod'
import { lineSchema } from '../../text/line.ts'

export const fieldKinds = ['text', 'long-text', 'number', 'select', 'date', 'checkbox'] as const
export type FieldKind = (typeof fieldKinds)[number]

/*
 * The limits are those of the strictest form that asks for a field. Discord's labels take 45 characters, their
 * descriptions 100, and its selects 25 options: https://docs.discord.com/developers/components/reference#label.
 * Slack's options take 75 characters: https://docs.slack.dev/reference/block-kit/composition-objects/option-object
 */
export const maxFields = 10
export const maxFieldLabel = 45
export const maxHelp = 100
export const minOptions = 2
export const maxOptions = 25
export const maxOption = 75

/** Names a field in requests and on stored tickets. */
export const fieldKeySchema = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, {
  message: 'Use a small letter, then up to 39 small letters, digits and underscores.',
})

/** What a category asks whoever files a ticket in it. */
export const categoryFieldSchema = z.strictObject({
  key: fieldKeySchema.describe('names the field in requests; unique in its category'),
  label: lineSchema(1, maxFieldLabel, 'Give it a label.'),
  kind: z.enum(fieldKinds),
  required: z.boolean().describe('for a checkbox: it must be ticked'),
  options: z
    .array(lineSchema(1, maxOption, 'Give the option a name.'))
    .min(minOptions, `Give it at least ${minOptions} options.`)
    .max(maxOptions, `Give it at most ${maxOptions} options.`)
    .optional()
    .describe('of a select, and only there'),
  help: lineSchema(0, maxHelp).optional().describe('shown with the field'),
})

export type CategoryField = z.infer<typeof categoryFieldSchema>

/** A category's fields, in the order in which they are asked. */
export const categoryFieldsSchema = z
  .array(categoryFieldSchema)
  .max(maxFields, `A category takes at most ${maxFields} fields.`)
  .superRefine((fields, { addIssue }) => {
    for (const [index, field] of fields.entries()) {
      const wrong = (at: keyof CategoryField, message: string) =>
        addIssue({ code: 'custom', path: [index, at], message, input: fields })
      const before = fields.slice(0, index)
      if (before.some(({ key }) => key === field.key)) wrong('key', 'Another field has this key.')
      if (before.some(({ label }) => sameText(label, field.label)))
        wrong('label', 'Another field has this label.')
      if (field.kind === 'select' && !field.options) wrong('options', 'Give it options to choose from.')
      if (field.kind !== 'select' && field.options) wrong('options', 'Only a select has options.')
      if (repeats(field.options ?? [])) wrong('options', 'Give each option once.')
    }
  })

/** @property version grows with each change of the fields */
export const categoryFormSchema = z.object({
  version: z.number().int(),
  fields: z.array(categoryFieldSchema),
})

export type CategoryForm = z.infer<typeof categoryFormSchema>

const sameText = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

const repeats = (options: readonly string[]) =>
  new Set(options.map((option) => option.toLowerCase())).size < options.length
