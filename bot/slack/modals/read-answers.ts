import type { ViewOutput } from '@slack/bolt'
import type { CategoryField, FieldKind } from '../../../core/catalog/form/category-field.ts'
import { withEmoji } from '../../../core/rich-text/emoji.ts'
import { readTyped } from '../../../core/tickets/fields/answer-words.ts'
import type { Answer, Answers } from '../../../core/tickets/fields/ticket-field.ts'
import type { TicketFormContext } from '../ticket-form-context.ts'
import { type AskingCategory, fieldBlockId, kindOfBlock } from '../views/forms/field-inputs.ts'
import { inputId } from '../views/forms/ticket-modal.ts'

type State = ViewOutput['state']

/** The answers to what the category asks now. A form that has changed meanwhile lacks the inputs of new fields. */
export const answersIn = (
  { values }: State,
  category: Pick<AskingCategory, 'id' | 'form'>,
  kept: TicketFormContext['kept'] = {},
): Answers =>
  Object.fromEntries(
    (category.form?.fields ?? []).map((field: CategoryField) => {
      const block = fieldBlockId(category, field)
      const element = values[block]?.[inputId]
      // Slack may leave out what an update has filled in: https://github.com/slackapi/bolt-js/issues/1258
      return [field.key, element ? answerIn(field.kind, element) : (kept[block] ?? null)]
    }),
  )

/** What the fields on a form hold, by their blocks. */
export const answersByBlock = ({ values }: State): TicketFormContext['kept'] =>
  Object.fromEntries(
    Object.entries(values).flatMap(([block, inputs]) => {
      const kind = kindOfBlock(block)
      return kind ? [[block, answerIn(kind, inputs[inputId])]] : []
    }),
  )

function answerIn(kind: FieldKind, element: State['values'][string][string] | undefined): Answer {
  if (!element) return null
  if (kind === 'checkbox') return (element.selected_options?.length ?? 0) > 0
  if (kind === 'select') return element.selected_option?.value ?? null
  if (kind === 'date') return element.selected_date ?? null
  return readTyped(kind, kind === 'number' ? (element.value ?? '') : withEmoji(element.value ?? ''))
}
