import { type APIMessage, ButtonStyle, ComponentType } from 'discord-api-types/v10'
import { isJson } from '../validation/form.ts'

export type Button = { label: string; customId: string; disabled: boolean; url: string | undefined }

export type Select = {
  type: number
  customId: string
  disabled: boolean
  values: string[]
  minValues: number
  maxValues: number
}

/** Every component of a message, in reading order, however deep it lies. */
export function findParts(message: Pick<APIMessage, 'components'>): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = []
  const visit = (part: unknown) => {
    if (Array.isArray(part)) {
      for (const one of part) visit(one)
    } else if (isJson(part)) {
      found.push(part)
      visit(part.components)
      visit(part.accessory)
    }
  }
  visit(message.components ?? [])
  return found
}

export function findButtons(message: Pick<APIMessage, 'components'>): Button[] {
  return findParts(message)
    .filter((part) => part.type === ComponentType.Button)
    .map((part) => ({
      label: [isJson(part.emoji) ? part.emoji.name : undefined, part.label].filter(Boolean).join(' '),
      customId: String(part.custom_id ?? ''),
      disabled: part.disabled === true,
      url: part.style === ButtonStyle.Link ? String(part.url) : undefined,
    }))
}

export function findSelects(message: Pick<APIMessage, 'components'>): Select[] {
  const isSelect = (type: unknown) =>
    type === ComponentType.StringSelect || (Number(type) >= 5 && Number(type) <= 8)
  return findParts(message)
    .filter((part) => isSelect(part.type))
    .map((part) => ({
      type: Number(part.type),
      customId: String(part.custom_id),
      disabled: part.disabled === true,
      values: Array.isArray(part.options) ? part.options.map((option) => String(option.value)) : [],
      minValues: typeof part.min_values === 'number' ? part.min_values : 1,
      maxValues: typeof part.max_values === 'number' ? part.max_values : 1,
    }))
}
