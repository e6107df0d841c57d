import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmissionComponent,
  ComponentType,
  type ModalSubmitComponent,
} from 'discord-api-types/v10'
import { countCharacters, isJson, type Json } from '../validation/form.ts'
import type { SentFile } from './message-extras.ts'

export type ModalField = {
  label: string
  description: string | undefined
  customId: string
  type: number
  required: boolean
  /** Filled in by the bot. */
  value: string | undefined
  minLength: number
  maxLength: number
  /** How many files an upload takes. */
  minValues: number
  maxValues: number
  /** Choices of a select, by value. */
  options: { label: string; value: string }[]
  /** Values chosen by the bot. */
  defaults: string[]
}

export type ModalSeen = { title: string; customId: string; fields: ModalField[]; text: string }

/** What a person fills in: by custom id or label; a list for selects, and for uploads the names of files or files. */
export type ModalValues = { [customIdOrLabel: string]: string | string[] | SentFile[] }

/** A modal as it stands on the screen. */
export function showModal(modal: APIModalInteractionResponseCallbackData): ModalSeen {
  const tops: Json[] = modal.components.map((part) => ({ ...part }))
  const fields = tops.flatMap((part) => fieldOf(part) ?? [])
  const lines = tops.map((part) => {
    const field = fieldOf(part)
    if (!field) return String(part.content ?? '')
    return `${field.label}${field.required ? ' *' : ''}: ${field.value ?? ''}`
  })
  return { title: modal.title, customId: modal.custom_id, fields, text: [modal.title, ...lines].join('\n') }
}

function inputOf(part: Json): Json | undefined {
  if (isJson(part.component)) return part.component
  const inner = Array.isArray(part.components) ? part.components[0] : undefined
  return isJson(inner) ? inner : undefined
}

function fieldOf(part: Json): ModalField | undefined {
  const input = inputOf(part)
  if (!input) return undefined
  const options = Array.isArray(input.options) ? input.options : []
  return {
    label: String(part.label ?? input.label),
    description: typeof part.description === 'string' ? part.description : undefined,
    customId: String(input.custom_id),
    type: Number(input.type),
    required: input.required !== false,
    value: typeof input.value === 'string' ? input.value : undefined,
    minLength: typeof input.min_length === 'number' ? input.min_length : 0,
    maxLength: typeof input.max_length === 'number' ? input.max_length : 4000,
    minValues: typeof input.min_values === 'number' ? input.min_values : 1,
    maxValues: typeof input.max_values === 'number' ? input.max_values : 1,
    options: options.map((option) => ({ label: String(option.label), value: String(option.value) })),
    defaults: options.filter((option) => option.default === true).map((option) => String(option.value)),
  }
}

/**
 * The submission for what a person typed, after the checks that the client makes before it lets them submit: required
 * fields, lengths, known choices. Throws where the person could not have done it.
 * @param upload keeps a file @returns its id
 */
export function fillModal(
  modal: APIModalInteractionResponseCallbackData,
  values: ModalValues,
  upload: (file: string | SentFile) => string,
): APIModalSubmissionComponent[] {
  const shown = showModal(modal)
  for (const key of Object.keys(values)) {
    if (!shown.fields.some((field) => field.customId === key || field.label === key))
      throw new Error(`The modal "${modal.title}" has no field "${key}". It shows:\n${shown.text}`)
  }
  return modal.components.map((part, index) => {
    const json: Json = { ...part }
    const field = fieldOf(json)
    if (!field) return { type: ComponentType.TextDisplay, id: index + 1 }
    const value = values[field.customId] ?? values[field.label]
    const input = fillField(field, value, index + 100, upload)
    if (part.type === ComponentType.Label) return { type: part.type, id: index + 1, component: input }
    if (input.type !== ComponentType.TextInput) throw new Error('An action row in a modal holds a text input')
    return { type: ComponentType.ActionRow, id: index + 1, components: [input] }
  })
}

function fillField(
  field: ModalField,
  value: ModalValues[string] | undefined,
  id: number,
  upload: (file: string | SentFile) => string,
): ModalSubmitComponent {
  const { customId: custom_id, label } = field
  if (field.type === ComponentType.TextInput) {
    const text = value ?? field.value ?? ''
    if (typeof text !== 'string') throw new Error(`"${label}" takes a text`)
    checkText(field, text)
    return { type: ComponentType.TextInput, id, custom_id, value: text }
  }
  if (field.type === ComponentType.FileUpload) {
    const files: (string | SentFile)[] = [value ?? []].flat()
    if (files.length < (field.required ? field.minValues : 0) || files.length > field.maxValues)
      throw new Error(`"${label}" takes ${field.minValues} to ${field.maxValues} files`)
    return { type: ComponentType.FileUpload, id, custom_id, values: files.map(upload) }
  }
  const chosen = value === undefined ? field.defaults : [value].flat().map(String)
  if (field.required && chosen.length === 0) throw new Error(`"${label}" must be chosen before submitting`)
  const picked = chosen.map((one) => pick(field, one))
  return { type: field.type as ComponentType.StringSelect, id, custom_id, values: picked }
}

function pick({ type, options, label }: ModalField, wanted: string): string {
  if (type !== ComponentType.StringSelect) return wanted
  const option = options.find((one) => one.value === wanted || one.label === wanted)
  if (!option)
    throw new Error(`"${label}" offers ${options.map((one) => one.label).join(', ')}, not "${wanted}"`)
  return option.value
}

function checkText({ label, required, minLength, maxLength }: ModalField, text: string) {
  const length = countCharacters(text)
  if (required && length === 0) throw new Error(`"${label}" must be filled in before submitting`)
  if (length > 0 && length < minLength) throw new Error(`"${label}" needs at least ${minLength} characters`)
  if (length > maxLength) throw new Error(`"${label}" takes at most ${maxLength} characters`)
}
