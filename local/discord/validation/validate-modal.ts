import { ComponentType } from 'discord-api-types/v10'
import { createForm, type Form, type Json } from './form.ts'
import { checkCustomId, checkSelect } from './validate-components.ts'

type Tally = { customIds: Set<string> }

const labelComponents = [
  ComponentType.TextInput,
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
  ComponentType.FileUpload,
  ComponentType.RadioGroup,
  ComponentType.CheckboxGroup,
  ComponentType.Checkbox,
]

/**
 * A modal: title of 45, 1 to 5 components, each a Label around an input, a text display, or the obsolete action row
 * with one text input (https://discord.com/developers/docs/components/reference#label).
 */
export function validateModal(data: unknown): void {
  const form = createForm()
  const at = form.at('data')
  const modal = at.record(data)
  if (modal) {
    const tally: Tally = { customIds: new Set() }
    at.text(modal, 'custom_id', { min: 1, max: 100, required: true })
    at.text(modal, 'title', { min: 1, max: 45, required: true })
    for (const [index, value] of at.list(modal, 'components', { min: 1, max: 5, required: true }).entries()) {
      const part = at.at('components', index).record(value)
      if (part) checkTop(at.at('components', index), part, tally)
    }
  }
  form.throwIfWrong()
}

function checkTop(form: Form, part: Json, tally: Tally) {
  if (part.type === ComponentType.Label) {
    form.text(part, 'label', { min: 1, max: 45, required: true })
    form.text(part, 'description', { max: 100 })
    const inner = form.at('component').record(part.component)
    if (inner) checkInput(form.at('component'), inner, tally, labelComponents)
  } else if (part.type === ComponentType.ActionRow) {
    for (const [index, value] of form
      .list(part, 'components', { min: 1, max: 1, required: true })
      .entries()) {
      const at = form.at('components', index)
      const input = at.record(value)
      if (!input) continue
      checkInput(at, input, tally, [ComponentType.TextInput])
      at.text(input, 'label', { min: 1, max: 45, required: true })
    }
  } else if (part.type === ComponentType.TextDisplay) {
    form.text(part, 'content', { min: 1, max: 4000, required: true })
  } else {
    form.at('type').problem('UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1, 10, 18).')
  }
}

function checkInput(form: Form, input: Json, tally: Tally, allowed: ComponentType[]) {
  if (!allowed.some((type) => type === input.type))
    return form.at('type').problem('UNION_TYPE_CHOICES', `Value of field "type" must be one of (${allowed}).`)
  if (input.type === ComponentType.FileUpload) return checkUpload(form, input, tally)
  if (input.type !== ComponentType.TextInput) return checkSelect(form, input, tally)
  checkCustomId(form, input, tally.customIds)
  if (input.style !== 1 && input.style !== 2)
    form.at('style').problem('BASE_TYPE_CHOICES', 'Value must be one of (1, 2).')
  form.text(input, 'placeholder', { max: 100 })
  const min = checkNumber(form, input, 'min_length', 0, 4000) ?? 0
  const max = checkNumber(form, input, 'max_length', 1, 4000) ?? 4000
  if (min > max)
    form.at('min_length').problem('TEXT_INPUT_MIN_LENGTH', 'min_length is greater than max_length')
  if (input.value) form.text(input, 'value', { min, max })
}

/** https://discord.com/developers/docs/components/reference#file-upload */
function checkUpload(form: Form, input: Json, tally: Tally) {
  checkCustomId(form, input, tally.customIds)
  const min = checkNumber(form, input, 'min_values', 0, 10) ?? 1
  const max = checkNumber(form, input, 'max_values', 1, 10) ?? 1
  if (min > max) form.at('min_values').problem('BASE_TYPE_MAX', 'min_values is greater than max_values')
  if (min === 0 && input.required !== false)
    form.at('required').problem('BASE_TYPE_CHOICES', 'required must be false when min_values is 0')
}

function checkNumber(form: Form, part: Json, key: string, least: number, most: number) {
  const value = part[key]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    form.at(key).problem('NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`)
    return undefined
  }
  if (value < least)
    form.at(key).problem('NUMBER_TYPE_MIN', `int value should be greater than or equal to ${least}.`)
  if (value > most)
    form.at(key).problem('NUMBER_TYPE_MAX', `int value should be less than or equal to ${most}.`)
  return value
}
