import { type APILabelComponent, ComponentType, TextInputStyle } from 'discord-api-types/v10'
import type { CategoryField } from '../../../core/catalog/form/category-field.ts'
import { answerWords } from '../../../core/tickets/fields/answer-words.ts'
import { maxAnswer } from '../../../core/tickets/fields/check-answers.ts'
import type { Answer } from '../../../core/tickets/fields/ticket-field.ts'

/** Discord's limit for a form: https://docs.discord.com/developers/components/reference#label */
export const maxInputs = 5

/** Asks for a field, with the answer that it has. */
export const fieldInput = (
  field: CategoryField & { value?: Answer },
  customId = field.key,
): APILabelComponent => ({
  type: ComponentType.Label,
  label: field.label,
  ...(field.help ? { description: field.help } : {}),
  component: componentFor(field, customId, answerWords(field.value ?? null)),
})

function componentFor(
  { kind, required, options = [] }: CategoryField,
  custom_id: string,
  answer: string,
): APILabelComponent['component'] {
  const common = { custom_id, required }
  if (kind === 'select' || kind === 'checkbox')
    return {
      type: ComponentType.StringSelect,
      ...common,
      options: (kind === 'select' ? options.map(optionOf) : yesOrNo(required)).map((option) =>
        option.label === answer ? { ...option, default: true } : option,
      ),
    }
  return {
    type: ComponentType.TextInput,
    ...common,
    style: kind === 'long-text' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length: maxLengthOf(kind),
    ...(answer ? { value: answer } : {}),
    ...(kind === 'date' ? { placeholder: dateForm } : {}),
    ...(kind === 'number' ? { placeholder: 'A number' } : {}),
  }
}

const dateForm = 'YYYY-MM-DD'

function maxLengthOf(kind: CategoryField['kind']): number {
  if (kind === 'date') return dateForm.length
  return kind === 'long-text' ? maxAnswer['long-text'] : maxAnswer.text
}

const optionOf = (value: string) => ({ label: value, value })

/** A box that must be ticked has one answer. */
const yesOrNo = (required: boolean) => [
  { label: 'Yes', value: 'yes' },
  ...(required ? [] : [{ label: 'No', value: 'no' }]),
]
