import { isFields } from '../schemas/schema.ts'
import type { StoredView } from '../views.ts'
import { typedText } from './typed-text.ts'

type Option = { text: { text: string }; value: string }
type Element = {
  type: string
  action_id: string
  options?: Option[]
  option_groups?: { options: Option[] }[]
  min_length?: number
  max_length?: number
  [more: string]: unknown
}

/** One thing to fill in. */
export type Field = {
  blockId: string
  label: string
  required: boolean
  element: Element
}

/** What a person puts into a field: text, an option's value or label, ids, several of them, or a ready rich_text block. */
export type Answer = string | number | string[] | object | null

/** Kinds of element that have a value, and so a place in `state.values`. */
const valued = /_input$|_select$|^(checkboxes|radio_buttons|datepicker|timepicker|datetimepicker)$/

const controls = (block: Record<string, unknown>): Element[] =>
  [block.element, block.elements, block.accessory]
    .flat()
    .filter(isFields)
    .filter((element) => valued.test(String(element.type)))
    .map((element) => element as Element)

export function fieldsOf(view: StoredView): Field[] {
  return view.blocks.flatMap((block) => {
    const fields = block as unknown as Record<string, unknown>
    const label = (fields.label ?? fields.text) as { text?: string } | undefined
    return controls(fields).map((element) => ({
      blockId: block.block_id ?? '',
      label: label?.text ?? element.action_id,
      required: block.type === 'input' && fields.optional !== true,
      element,
    }))
  })
}

/** The field that a test means by its label, its block_id or its action_id. */
export function findField(fields: Field[], name: string): Field {
  const wanted = name.toLowerCase()
  const found =
    fields.find(
      (field) => field.label === name || field.blockId === name || field.element.action_id === name,
    ) ?? fields.find((field) => field.label.toLowerCase() === wanted)
  if (found) return found
  const there = fields.map((field) => `"${field.label}" (${field.blockId}/${field.element.action_id})`)
  throw new Error(`The form has no field "${name}". It has: ${there.join(', ') || 'none'}.`)
}

function optionCalled({ label, element }: Field, name: string): Option {
  const offered = element.options ?? element.option_groups?.flatMap((group) => group.options) ?? []
  const found = offered.find((option) => option.value === name || option.text.text === name)
  if (found) return found
  throw new Error(
    `"${label}" offers no "${name}", but: ${offered.map((option) => option.text.text).join(', ')}.`,
  )
}

const richTextOf = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: text ? [{ type: 'text', text }] : [] }],
})

const single: Record<string, string> = {
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  multi_users_select: 'selected_users',
  multi_conversations_select: 'selected_conversations',
  multi_channels_select: 'selected_channels',
  file_input: 'files',
}

const initial: Record<string, string> = {
  users_select: 'initial_user',
  conversations_select: 'initial_conversation',
  channels_select: 'initial_channel',
  datepicker: 'initial_date',
  timepicker: 'initial_time',
  datetimepicker: 'initial_date_time',
  multi_users_select: 'initial_users',
  multi_conversations_select: 'initial_conversations',
  multi_channels_select: 'initial_channels',
}

/** The value of a field in `state.values`, in the shape of its element (undefined: as it was when shown). */
export function stateOf(field: Field, given: Answer | undefined): Record<string, unknown> {
  const { element } = field
  const { type } = element
  switch (type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons': {
      const chosen =
        given === undefined ? element.initial_option : given && optionCalled(field, String(given))
      return { type, selected_option: chosen || null }
    }
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes': {
      const names = Array.isArray(given) ? given : given ? [String(given)] : []
      const chosen =
        given === undefined ? element.initial_options : names.map((name) => optionCalled(field, name))
      return { type, selected_options: chosen ?? [] }
    }
    case 'rich_text_input': {
      const value = typeof given === 'string' ? typedText(given).block : (given ?? element.initial_value)
      return { type, rich_text_value: value ?? richTextOf('') }
    }
    default: {
      const name = single[type]
      if (name)
        return { type, [name]: given ?? element[initial[type] ?? ''] ?? (name.endsWith('s') ? [] : null) }
      const value = given === undefined ? element.initial_value : given
      return { type, value: value === undefined || value === null || value === '' ? null : String(value) }
    }
  }
}

const wordsOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(wordsOf).join('')
  if (!isFields(value)) return ''
  const own = value.type === 'text' || value.type === 'link' ? String(value.text ?? value.url) : ''
  return own + wordsOf(value.elements) + (value.type === 'emoji' || value.type === 'user' ? '@' : '')
}

const isEmpty = (state: Record<string, unknown>): boolean => {
  const { type: _, ...rest } = state
  const [value] = Object.values(rest)
  if (state.type === 'rich_text_input') return wordsOf(value) === ''
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

/** What Slack's own client objects to before it sends anything; undefined when it sends. */
export function validationError(
  { element, required }: Field,
  state: Record<string, unknown>,
): string | undefined {
  if (isEmpty(state)) return required ? 'Please complete this required field.' : undefined
  const text = typeof state.value === 'string' ? state.value : undefined
  if (text === undefined) return undefined
  const min = element.min_length ?? 0
  const max = element.max_length ?? 3000
  if (element.type === 'plain_text_input') {
    if (text.length < min) return `Please lengthen this text to ${min} characters or more.`
    if (text.length > max) return `Please shorten this text to ${max} characters or less.`
  }
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(text))
    return 'Please enter a valid email.'
  if (element.type === 'url_text_input' && !URL.canParse(text)) return 'Please enter a valid URL.'
  if (element.type === 'number_input' && Number.isNaN(Number(text))) return 'Please enter a number.'
  return undefined
}
