import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import { maxTitle } from '../../../core/tickets/ticket.ts'
import { type Urgency, urgencies } from '../../../core/tickets/ticket-values.ts'
import { oneLine } from '../views/text.ts'
import { filesInput } from './files-input.ts'

const prefix = 'new-ticket'
/** Discord's limits for one input and one select. */
const maxDescription = 4_000
const maxOptions = 25

export const newTicketFields = {
  title: 'title',
  description: 'description',
  category: 'category',
  urgency: 'urgency',
} as const

const urgencyWords: Record<Urgency, { label: string; description: string }> = {
  low: { label: 'Low', description: 'It can wait' },
  normal: { label: 'Normal', description: 'I can work around it' },
  high: { label: 'High', description: 'I can barely work' },
  critical: { label: 'Critical', description: 'Many people cannot work' },
}

/** @property key identifies the filing: a form that is submitted again after an error files the same ticket */
export type NewTicketForm = { key: string; categories: string[]; title?: string; description?: string }

/** The form for a new ticket. */
export const newTicketModal = ({ key, categories, title = '', description = '' }: NewTicketForm) =>
  ({
    custom_id: `${prefix}:${key}`,
    title: 'File a ticket',
    components: [
      {
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
      },
      {
        type: ComponentType.Label,
        label: 'What happened?',
        component: {
          type: ComponentType.TextInput,
          custom_id: newTicketFields.description,
          style: TextInputStyle.Paragraph,
          max_length: maxDescription,
          ...(description ? { value: description.slice(0, maxDescription) } : {}),
        },
      },
      ...categoryInput(categories),
      {
        type: ComponentType.Label,
        label: 'How urgent is it?',
        component: {
          type: ComponentType.StringSelect,
          custom_id: newTicketFields.urgency,
          options: urgencies.map((value) => ({
            ...urgencyWords[value],
            value,
            default: value === 'normal',
          })),
        },
      },
      filesInput,
    ],
  }) satisfies APIModalInteractionResponseCallbackData

/** A desk with more categories than Discord can offer leaves the choice to triage. */
const categoryInput = (categories: string[]): APIModalInteractionResponseCallbackData['components'] =>
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

/** @returns the filing's key; null for another id */
export function readNewTicketId(customId: string): string | null {
  const [wanted, key] = customId.split(':')
  return wanted === prefix && key ? key : null
}
