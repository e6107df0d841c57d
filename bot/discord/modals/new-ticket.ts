import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import type { Entry } from '../../../core/catalog/catalog.ts'
import type { CategoryField } from '../../../core/catalog/form/category-field.ts'
import { capitalised } from '../../../core/tickets/card.ts'
import { maxTitle } from '../../../core/tickets/ticket-texts.ts'
import { urgencies } from '../../../core/tickets/ticket-values.ts'
import { urgencyWords } from '../../../core/tickets/urgency-words.ts'
import { oneLine } from '../views/text.ts'
import { fieldInput, maxInputs } from './field-input.ts'
import { filesInput } from './files-input.ts'

const prefix = 'new-ticket'
/** Discord's limits for a form's title, one input and one select. */
const maxModalTitle = 45
const maxDescription = 4_000
const maxOptions = 25

export const newTicketFields = {
  title: 'title',
  description: 'description',
  category: 'category',
  urgency: 'urgency',
} as const

export type AskingCategory = Pick<Entry, 'id' | 'name' | 'form'>

/**
 * @property key identifies the filing: a form that is submitted again after an error files the same ticket
 * @property categories to choose from @property category was chosen before, so that the form asks what it asks
 */
export type NewTicketForm = {
  key: string
  categories?: string[]
  category?: AskingCategory | undefined
  title?: string
  description?: string
}

/** The form for a new ticket. */
export const newTicketModal = ({
  key,
  categories = [],
  category,
  title = '',
  description = '',
}: NewTicketForm): APIModalInteractionResponseCallbackData => ({
  custom_id: [prefix, key, ...(category ? [category.id] : [])].join(':'),
  title: category ? oneLine(`File a ticket: ${category.name}`, maxModalTitle) : 'File a ticket',
  components: [
    titleInput(title),
    descriptionInput(description),
    ...(category ? inputsOf(category) : [...categoryInput(categories), urgencyInput, filesInput]),
  ],
})

/**
 * What there is room for. Fields that are left out are asked for after filing, and files can be sent in the conversation,
 * but nothing else asks for the urgency.
 */
function inputsOf({ form }: AskingCategory): APILabelComponent[] {
  const fields = form?.fields ?? []
  const inputs = (isRequired: boolean) =>
    fields
      .filter(({ required }) => required === isRequired)
      .map((field) => fieldInput(field, newTicketFieldId(field)))
  return [...inputs(true), urgencyInput, ...inputs(false), filesInput].slice(0, maxInputs - 2)
}

/** The custom id of a field's input. A field of another kind has another one. */
export const newTicketFieldId = ({ kind, key }: CategoryField) => `field:${kind}:${key}`

const titleInput = (title: string): APILabelComponent => ({
  type: ComponentType.Label,
  label: 'Title',
  component: {
    type: ComponentType.TextInput,
    custom_id: newTicketFields.title,
    style: TextInputStyle.Short,
    placeholder: 'Printer on the 3rd floor prints blank pages',
    min_length: 5,
    max_length: maxTitle,
    ...(title ? { value: oneLine(title, maxTitle) } : {}),
  },
})

const descriptionInput = (description: string): APILabelComponent => ({
  type: ComponentType.Label,
  label: 'What happened?',
  component: {
    type: ComponentType.TextInput,
    custom_id: newTicketFields.description,
    style: TextInputStyle.Paragraph,
    max_length: maxDescription,
    ...(description ? { value: description.slice(0, maxDescription) } : {}),
  },
})

const urgencyInput: APILabelComponent = {
  type: ComponentType.Label,
  label: 'How urgent is it?',
  component: {
    type: ComponentType.StringSelect,
    custom_id: newTicketFields.urgency,
    options: urgencies.map((value) => ({
      label: urgencyWords[value].label,
      description: capitalised(urgencyWords[value].meaning),
      value,
      default: value === 'normal',
    })),
  },
}

/** A desk with more categories than Discord can offer leaves the choice to triage. */
const categoryInput = (categories: string[]): APILabelComponent[] =>
  categories.length === 0 || categories.length > maxOptions
    ? []
    : [
        {
          type: ComponentType.Label,
          label: 'Category',
          description: 'Leave it out if you are not sure.',
          component: {
            type: ComponentType.StringSelect,
            custom_id: newTicketFields.category,
            required: false,
            placeholder: 'Choose a category',
            options: categories.map((name) => ({ label: name, value: name })),
          },
        },
      ]

/** @returns the filing's key, and the id of the category for which the form was made; null for another id */
export function readNewTicketId(customId: string): { key: string; category: string | undefined } | null {
  const [wanted, key, category] = customId.split(':')
  return wanted === prefix && key ? { key, category } : null
}
