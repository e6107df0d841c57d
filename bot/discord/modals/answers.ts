import type { ModalSubmitInteraction } from 'discord.js'
import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import type { CategoryField } from '../../../core/catalog/form/category-field.ts'
import { readTyped } from '../../../core/tickets/fields/answer-words.ts'
import { maxAnswer } from '../../../core/tickets/fields/check-answers.ts'
import { openFields } from '../../../core/tickets/fields/open-fields.ts'
import type { Answers } from '../../../core/tickets/fields/ticket-field.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { answersIdOf } from '../answers-id.ts'

/** Discord's limit: https://docs.discord.com/developers/components/reference#label */
const maxInputs = 5

/** Asks for the first answers that are missing, required ones before others. @returns null when none is */
export function answersModal(
  ticket: Pick<Ticket, '_id' | 'number' | 'fields'>,
): APIModalInteractionResponseCallbackData | null {
  const open = openFields(ticket)
  if (open.length === 0) return null
  return {
    custom_id: answersIdOf(ticket._id),
    title: `Answers for #${ticket.number}`,
    components: open.slice(0, maxInputs).map(inputFor),
  }
}

const inputFor = (field: CategoryField): APILabelComponent => ({
  type: ComponentType.Label,
  label: field.label,
  ...(field.help ? { description: field.help } : {}),
  component: componentFor(field),
})

function componentFor({ key, kind, required, options }: CategoryField): APILabelComponent['component'] {
  const common = { custom_id: key, required }
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

/** The answers that the form holds, for fields that the ticket has. */
export const answersIn = (
  { fields: form }: Pick<ModalSubmitInteraction, 'fields'>,
  { fields = [] }: Pick<Ticket, 'fields'>,
): Answers =>
  Object.fromEntries(
    fields
      .filter(({ key }) => form.fields.has(key))
      .map(({ key, kind }) => {
        const isSelect = kind === 'select' || kind === 'checkbox'
        const typed = isSelect ? (form.getStringSelectValues(key)[0] ?? '') : form.getTextInputValue(key)
        return [key, readTyped(kind, typed)]
      }),
  )
