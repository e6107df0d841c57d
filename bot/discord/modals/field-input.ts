import { type APILabelComponent, ComponentType, TextInputStyle } from 'discord-api-types/v10'
import type { CategoryField } from '../../../core/catalog/form/category-field.ts'
import { maxAnswer } from '../../../core/tickets/fields/check-answers.ts'

/** Discord's limit for a form: https://docs.discord.com/developers/components/reference#label */
export const maxInputs = 5

/** Asks for a field. */
export const fieldInput = (field: CategoryField, customId = field.key): APILabelComponent => ({
  type: ComponentType.Label,
  label: field.label,
  ...(field.help ? { description: field.help } : {}),
  component: componentFor(field, customId),
})

function componentFor(
  { kind, required, options }: CategoryField,
  custom_id: string,
): APILabelComponent['component'] {
  const common = { custom_id, required }
  if (kind === 'select' || kind === 'checkbox')
    return {
      type: ComponentType.StringSelect,
      ...common,
      options:
        kind === 'select' ? (options ?? []).map((value) => ({ label: value, value })) : yesOrNo(required),
    }
  return {
    type: ComponentType.TextInput,
    ...common,
    style: kind === 'long-text' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length: kind === 'long-text' ? maxAnswer['long-text'] : maxAnswer.text,
    ...(kind === 'date' ? { placeholder: 'YYYY-MM-DD' } : {}),
    ...(kind === 'number' ? { placeholder: 'A number' } : {}),
  }
}

/** A box that must be ticked has one answer. */
const yesOrNo = (required: boolean) => [
  { label: 'Yes', value: 'yes' },
  ...(required ? [] : [{ label: 'No', value: 'no' }]),
]
