import { expect, test } from 'vitest'
import { type CategoryField, categoryFieldsSchema } from '../../../../core/catalog/form/category-field.ts'

const text = (key: string, more: Partial<CategoryField> = {}): CategoryField => ({
  ...{ key, label: `Label of ${key}`, kind: 'text', required: false },
  ...more,
})
const wrongIn = (fields: unknown[]) =>
  (categoryFieldsSchema.safeParse(fields).error?.issues ?? []).map(({ path, message }) => [
    path.join('.'),
    message,
  ])

test.each<[string, unknown[]]>([
  ['no field', []],
  ['ten fields', Array.from({ length: 10 }, (_, index) => text(`f${index}`))],
  ['the longest words', [text('a', { label: 'x'.repeat(45), help: 'x'.repeat(100) })]],
  ['a select', [text('a', { kind: 'select', options: Array.from({ length: 25 }, (_, n) => `Option ${n}`) })]],
])('takes %s', (_name, fields) => expect(wrongIn(fields)).toEqual([]))

test.each<[string, unknown[], string, string]>([
  ['eleven fields', Array.from({ length: 11 }, (_, n) => text(`f${n}`)), '', 'at most 10 fields'],
  ['a key with capitals', [text('Serial')], '0.key', 'small letter'],
  ['a key twice', [text('a'), text('a', { label: 'Other' })], '1.key', 'this key'],
  [
    'a label twice, in another case',
    [text('a', { label: 'Ab' }), text('b', { label: 'aB' })],
    '1.label',
    'this label',
  ],
  ['an empty label', [text('a', { label: ' ' })], '0.label', 'Give it a label'],
  ['a long label', [text('a', { label: 'x'.repeat(46) })], '0.label', 'at most 45'],
  ['a label of two lines', [text('a', { label: 'x\ny' })], '0.label', 'one line'],
  ['an unknown kind', [{ ...text('a'), kind: 'colour' }], '0.kind', 'Invalid option'],
  ['a select without options', [text('a', { kind: 'select' })], '0.options', 'options to choose from'],
  ['a select of one', [text('a', { kind: 'select', options: ['One'] })], '0.options', 'at least 2'],
  [
    'a select of 26',
    [text('a', { kind: 'select', options: Array.from({ length: 26 }, (_, n) => `${n}`) })],
    '0.options',
    'at most 25',
  ],
  ['an option twice', [text('a', { kind: 'select', options: ['One', 'ONE'] })], '0.options', 'once'],
  [
    'a long option',
    [text('a', { kind: 'select', options: ['One', 'x'.repeat(76)] })],
    '0.options.1',
    'at most 75',
  ],
  ['options of a text', [text('a', { options: ['One', 'Two'] })], '0.options', 'Only a select'],
])('refuses %s', (_name, fields, path, message) =>
  expect(wrongIn(fields)).toEqual([[path, expect.stringContaining(message)]]),
)
