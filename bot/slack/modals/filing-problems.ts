import type { ViewSubmitAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { ZodError } from 'zod'
import type { Refusal } from '../../../core/errors.ts'
import { type AskingCategory, fieldBlockId, withFields } from '../views/forms/field-inputs.ts'
import { type ModalField, modalFields } from '../views/forms/ticket-modal.ts'

/** By block id. */
type FieldErrors = Record<string, string>

/** Why a ticket was not filed: an error for each wrong field, or the form when its category asks something else by now. */
export type FilingProblem = { fieldErrors: FieldErrors } | { form: ModalView }

export const tooSlow: FilingProblem = {
  fieldErrors: {
    title: 'This is taking longer than usual. Submit again in a moment: the ticket is filed only once.',
  },
}

export const failed: FilingProblem = {
  fieldErrors: {
    title: 'Something went wrong on our side. Your text is still here: submit again in a minute.',
  },
}

/** Shown when the first submission was slow but succeeded, and the person changed the text before submitting again. */
export const filedBefore = (number: number): FilingProblem => ({
  fieldErrors: {
    description: `Already filed as #${number}, with the text you first sent. Reply in its thread to add something.`,
  },
})

/** A refusal, at the fields it is about. Slack accepts an error only for a block that is in the form. */
export function refusedAtFields(
  refusal: Refusal,
  { view }: ViewSubmitAction,
  category: AskingCategory | null,
): FilingProblem {
  const wrong = refusal.errors.flatMap(({ field, message }) => {
    const asked = category?.form?.fields.find(({ key }) => field === `fields.${key}`)
    return category && asked ? [[fieldBlockId(category, asked), message] as const] : []
  })
  if (wrong.length === 0) return { fieldErrors: { [fieldOf(refusal.field)]: refusal.message } }
  const isShown = (id: string) => view.blocks.some(({ block_id }) => block_id === id)
  if (!wrong.every(([id]) => isShown(id))) return { form: withFields(view, category, { hasChanged: true }) }
  return { fieldErrors: Object.fromEntries(wrong) }
}

/** The first error of each field. */
export const errorsAtFields = (error: ZodError): FilingProblem => ({
  fieldErrors: Object.fromEntries(
    error.issues.map((issue) => [fieldOf(issue.path[0]), issue.message]).reverse(),
  ),
})

const fieldOf = (name: PropertyKey | undefined): ModalField =>
  modalFields.find((field) => field === name) ?? 'title'
