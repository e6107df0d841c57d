import type { InputBlock } from '@slack/types'
import type { CategoryField } from '../../../../core/catalog/form/category-field.ts'
import { sentence } from '../../../../core/text/sentence.ts'
import { answerWords } from '../../../../core/tickets/fields/answer-words.ts'
import { maxAnswer } from '../../../../core/tickets/fields/check-answers.ts'
import type { Answer } from '../../../../core/tickets/fields/ticket-field.ts'
import { plainText } from '../sentence.ts'
import { inputId } from './ticket-modal.ts'

/** Asks for a field. @param value the answer that the input holds at first; null: none */
export const fieldInput = (block_id: string, field: CategoryField, value: Answer = null): InputBlock => ({
  type: 'input',
  block_id,
  optional: !field.required,
  label: plainText(sentence`${field.label}`, 2_000),
  ...(field.help ? { hint: plainText(sentence`${field.help}`, 2_000) } : {}),
  element: elementFor(field, value),
})

function elementFor({ kind, options = [] }: CategoryField, value: Answer): InputBlock['element'] {
  const action = { action_id: inputId }
  const words = answerWords(value)
  const typed = words ? { initial_value: words } : {}
  switch (kind) {
    case 'text':
      return { type: 'plain_text_input', ...action, ...typed, max_length: maxAnswer.text }
    case 'long-text':
      return {
        type: 'plain_text_input',
        ...{ ...action, ...typed },
        multiline: true,
        max_length: maxAnswer['long-text'],
      }
    case 'number':
      return { type: 'number_input', ...action, ...typed, is_decimal_allowed: true }
    case 'date':
      return { type: 'datepicker', ...action, ...(words ? { initial_date: words } : {}) }
    case 'checkbox':
      return {
        type: 'checkboxes',
        ...action,
        options: [ticked],
        ...(value === true ? { initial_options: [ticked] } : {}),
      }
    case 'select':
      return {
        type: 'static_select',
        ...action,
        options: options.map(optionOf),
        ...(options.includes(words) ? { initial_option: optionOf(words) } : {}),
      }
  }
}

const optionOf = (option: string) => ({ text: plainText(sentence`${option}`, 75), value: option })
const ticked = optionOf('Yes')
