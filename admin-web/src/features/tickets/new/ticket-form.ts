import { z } from 'zod'
import type { EntryView } from '../../../../../core/catalog/catalog-view.ts'
import { checkAnswers } from '../../../../../core/tickets/fields/check-answers.ts'
import type { Answers } from '../../../../../core/tickets/fields/ticket-field.ts'
import { descriptionSchema, titleSchema } from '../../../../../core/tickets/ticket-texts.ts'
import { urgencies } from '../../../../../core/tickets/ticket-values.ts'
import { readAnswers, typedSchema } from '../../../shared/answers/typed-answers.ts'
import type { NewTicket } from './use-file-ticket.ts'

const shape = {
  title: titleSchema,
  description: descriptionSchema,
  urgency: z.enum(urgencies),
  // drafts of earlier versions have neither
  category: z.string().default(''),
  answers: z
    .record(z.string(), typedSchema)
    .default({})
    .describe('what was typed, by the id of the category: all of it stays when another one is chosen'),
}
const schema = z.object(shape)
export const formFields = Object.keys(shape)

export type TicketForm = z.input<typeof schema>
export type TypedAnswers = z.infer<typeof schema>['answers']

/** The form for a new ticket, with the fields of the chosen category. */
export const ticketForm = (categories: readonly EntryView[]) =>
  schema.superRefine((ticket, { addIssue }) => {
    const chosen = chosenIn(categories, ticket.category)
    if (!chosen) return
    for (const { field, message } of checkAnswers(chosen.fields, answersIn(ticket, chosen)).errors)
      addIssue({ code: 'custom', path: ['answers', chosen.id, field], message })
  })

/** The chosen category, if it asks for fields. */
export function chosenIn(categories: readonly EntryView[], name: string | undefined) {
  const { id, form } = categories.find((one) => one.name === name) ?? {}
  return id && form && form.fields.length > 0 ? { id, fields: form.fields } : null
}

type Chosen = NonNullable<ReturnType<typeof chosenIn>>

const answersIn = ({ answers }: z.infer<typeof schema>, { id, fields }: Chosen): Answers =>
  readAnswers(fields, answers[id])

/** What the form asks the desk for. */
export function ticketInputOf(
  { category, answers, ...ticket }: z.infer<typeof schema>,
  categories: readonly EntryView[],
  files: string[],
): NewTicket {
  const chosen = chosenIn(categories, category)
  return {
    ...ticket,
    ...(category ? { category } : {}),
    ...(chosen ? { fields: answersIn({ category, answers, ...ticket }, chosen) } : {}),
    ...(files.length > 0 ? { files } : {}),
  }
}
