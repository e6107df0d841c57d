import type { ModalSubmitInteraction } from 'discord.js'
import type { CategoryField } from '../../../core/catalog/form/category-field.ts'
import { readTyped } from '../../../core/tickets/fields/answer-words.ts'
import type { Answers } from '../../../core/tickets/fields/ticket-field.ts'

/** The answers to those of the fields that the form asks for. @param idOf the custom id of a field's input */
export const answersIn = (
  { fields: form }: Pick<ModalSubmitInteraction, 'fields'>,
  fields: readonly CategoryField[],
  idOf: (field: CategoryField) => string = ({ key }) => key,
): Answers =>
  Object.fromEntries(
    fields
      .filter((field) => form.fields.has(idOf(field)))
      .map((field) => {
        const { key, kind } = field
        const id = idOf(field)
        const isSelect = kind === 'select' || kind === 'checkbox'
        const typed = isSelect ? (form.getStringSelectValues(id)[0] ?? '') : form.getTextInputValue(id)
        return [key, readTyped(kind, typed)]
      }),
  )
