import type { CategoryField, FieldKind } from '../../../../../core/catalog/form/category-field.ts'

/** A field while an admin edits it. @property key empty: a new one @property options one a line */
export type DraftField = {
  id: string
  key: string
  label: string
  kind: FieldKind
  required: boolean
  options: string
  help: string
}

export const kindWords: Record<FieldKind, string> = {
  text: 'Text',
  'long-text': 'Long text',
  number: 'Number',
  select: 'Select',
  date: 'Date',
  checkbox: 'Checkbox',
}

export const blankField = (): DraftField => ({
  id: crypto.randomUUID(),
  key: '',
  label: '',
  kind: 'text',
  required: false,
  options: '',
  help: '',
})

export const draftsOf = (fields: readonly CategoryField[]): DraftField[] =>
  fields.map(({ options = [], help = '', ...field }) => ({
    ...field,
    id: field.key,
    options: options.join('\n'),
    help,
  }))

/** The fields as the desk takes them. A new field gets a key from its label, which it keeps when it is renamed. */
export function fieldsOf(drafts: readonly DraftField[]): CategoryField[] {
  const taken = new Set(drafts.map(({ key }) => key))
  return drafts.map(({ key, label, kind, required, options, help }) => ({
    key: key || freeKey(label, taken),
    label,
    kind,
    required,
    ...(kind === 'select' ? { options: linesIn(options) } : {}),
    ...(help.trim() ? { help } : {}),
  }))
}

const linesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** e.g. "serial_number" for “Serial number”, then "serial_number_2". */
function freeKey(label: string, taken: Set<string>): string {
  const words = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 36)
  const base = words || 'field'
  let key = base
  for (let count = 2; taken.has(key); count++) key = `${base}_${count}`
  taken.add(key)
  return key
}

/** Moves an item by one place; at an end it stays. */
export function moved<Item>(items: readonly Item[], index: number, by: 1 | -1): Item[] {
  const item = items[index]
  if (item === undefined || items[index + by] === undefined) return [...items]
  return items.toSpliced(index, 1).toSpliced(index + by, 0, item)
}
