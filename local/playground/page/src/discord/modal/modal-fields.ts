import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ComponentType,
} from 'discord-api-types/v10'
import { chosenAtFirst } from '../components/select.tsx'

/** A text, what was chosen, or the files that were picked. */
export type Value = string | string[] | File[]

/** By custom id. */
export type Values = Record<string, Value>

export type Input = APIComponentInLabel | APITextInputComponent
export type ModalField = {
  label: string
  description: string
  customId: string
  required: boolean
  input: Input
}
export type Part = APIModalInteractionResponseCallbackData['components'][number]

/** An input with its words: inside a label, or in the older form of an action row. Undefined: a text. */
export function fieldOf(part: Part): ModalField | undefined {
  if (part.type === ComponentType.Label) {
    const input = part.component
    return { ...common(input), label: part.label, description: part.description ?? '' }
  }
  const input = part.type === ComponentType.ActionRow ? part.components[0] : undefined
  return input && { ...common(input), label: input.label ?? '', description: '' }
}

const common = (input: Input) => ({
  input,
  customId: input.custom_id,
  required: !('required' in input && input.required === false),
})

export const fieldsOf = (modal: APIModalInteractionResponseCallbackData) =>
  modal.components.flatMap((part) => fieldOf(part) ?? [])

export const initialValues = (modal: APIModalInteractionResponseCallbackData): Values =>
  Object.fromEntries(fieldsOf(modal).map(({ customId, input }) => [customId, initialValue(input)]))

function initialValue(input: Input): string | string[] {
  switch (input.type) {
    case ComponentType.TextInput:
      return input.value ?? ''
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return chosenAtFirst(input)
    default:
      return []
  }
}

/** The files among the values, and the rest. */
export function withoutFiles(values: Values) {
  const isFiles = (value: Value): value is File[] => Array.isArray(value) && value[0] instanceof File
  const all = Object.entries(values)
  return {
    files: all.flatMap(([customId, value]) => (isFiles(value) ? [{ customId, files: value }] : [])),
    values: Object.fromEntries(
      all.flatMap(([customId, value]) => (isFiles(value) ? [] : [[customId, value] as const])),
    ) as Record<string, string | string[]>,
  }
}

/** What Discord's client says below a field before it sends the form. Undefined: nothing. */
export function validationError({ input, required }: ModalField, value: Value = ''): string | undefined {
  if (value.length === 0) return required ? 'This is a required field' : undefined
  if (input.type !== ComponentType.TextInput || typeof value !== 'string') return undefined
  const length = [...value].length
  const min = input.min_length ?? 0
  const max = input.max_length ?? 4_000
  if (length < min) return `Must be ${min} or more in length.`
  return length > max ? `Must be ${max} or fewer in length.` : undefined
}
