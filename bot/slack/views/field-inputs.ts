import type { ViewOutput } from '@slack/bolt'
import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import type { Entry } from '../../../core/catalog/catalog.ts'
import type { CategoryField } from '../../../core/catalog/form/category-field.ts'
import { sentence } from '../../../core/text/sentence.ts'
import { maxAnswer } from '../../../core/tickets/fields/check-answers.ts'
import { plainText } from './sentence.ts'
import { inputId } from './ticket-modal.ts'

export type AskingCategory = Pick<Entry, 'id' | 'name' | 'form'>

const prefix = 'field:'
const changedNote = `${prefix}changed`

/**
 * The block that asks for a field. Slack keeps what was typed into a block of the same id, and a field of another category
 * or kind has another one.
 */
export const fieldBlockId = (category: Pick<Entry, 'id'>, { key, kind }: CategoryField) =>
  `${prefix}${category.id}:${kind}:${key}`

const fieldInput = (category: AskingCategory, field: CategoryField): InputBlock => ({
  type: 'input',
  block_id: fieldBlockId(category, field),
  optional: !field.required,
  label: plainText(sentence`${field.label}`, 2_000),
  ...(field.help ? { hint: plainText(sentence`${field.help}`, 2_000) } : {}),
  element: elementFor(field),
})

function elementFor({ kind, options = [] }: CategoryField): InputBlock['element'] {
  const action = { action_id: inputId }
  switch (kind) {
    case 'text':
      return { type: 'plain_text_input', ...action, max_length: maxAnswer.text }
    case 'long-text':
      return { type: 'plain_text_input', ...action, multiline: true, max_length: maxAnswer['long-text'] }
    case 'number':
      return { type: 'number_input', ...action, is_decimal_allowed: true }
    case 'date':
      return { type: 'datepicker', ...action }
    case 'checkbox':
      return { type: 'checkboxes', ...action, options: [optionOf('Yes')] }
    case 'select':
      return { type: 'static_select', ...action, options: options.map(optionOf) }
  }
}

const optionOf = (option: string) => ({ text: plainText(sentence`${option}`, 75), value: option })

/**
 * The form with the fields of the chosen category below it, in place of those of another one.
 * @param category null: none is chosen
 * @param hasChanged whether to say that the category asks something else than it did
 */
export function withFields(
  view: Pick<ViewOutput, 'callback_id' | 'private_metadata' | 'title' | 'submit' | 'close' | 'blocks'>,
  category: AskingCategory | null,
  hasChanged = false,
): ModalView {
  const { callback_id, private_metadata, title, submit, close } = view
  const blocks = (view.blocks as KnownBlock[]).filter((block) => !isAsked(block))
  const below = blocks.findIndex(({ block_id }) => block_id === 'category') + 1
  const asked = category?.form?.fields.map((field) => fieldInput(category, field)) ?? []
  const note = hasChanged && category ? [changedSince(category)] : []
  return {
    type: 'modal',
    callback_id,
    private_metadata,
    title,
    ...(submit ? { submit } : {}),
    ...(close ? { close } : {}),
    blocks: blocks.toSpliced(below, 0, ...note, ...asked),
  }
}

export const isAsked = ({ block_id }: { block_id?: string | undefined }) =>
  block_id?.startsWith(prefix) === true

const changedSince = ({ name }: AskingCategory): KnownBlock => ({
  type: 'section',
  block_id: changedNote,
  text: plainText(sentence`What “${name}” asks has changed meanwhile. Fill it in, and submit again.`, 3_000),
})
