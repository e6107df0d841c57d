import { expect, test } from 'vitest'
import {
  blankField,
  draftsOf,
  fieldsOf,
  moved,
} from '../../../../admin-web/src/features/catalog/fields/draft-field.ts'
import type { CategoryField } from '../../../../core/catalog/form/category-field.ts'

const fields: CategoryField[] = [
  { key: 'serial', label: 'Serial number', kind: 'text', required: true, help: 'On the back.' },
  { key: 'colour', label: 'Colour', kind: 'select', required: false, options: ['Red', 'Blue'] },
]

test('fields that nobody edits stay as they are', () => expect(fieldsOf(draftsOf(fields))).toEqual(fields))

test.each([
  ['Serial number', 'serial_number'],
  ['Größe', 'gro_e'],
  ['2nd floor?', 'nd_floor'],
  ['序列号', 'field'],
  ['Serial', 'serial_2'],
])('a new field “%s” gets the key %s', (label, key) =>
  expect(fieldsOf([...draftsOf(fields), { ...blankField(), label }]).at(-1)?.key).toBe(key),
)

test('a field keeps its key when its label changes, and only a select its options', () => {
  const [, colour] = draftsOf(fields)
  if (!colour) throw new Error('The select is missing.')
  expect(fieldsOf([{ ...colour, label: 'Shade', kind: 'text', help: ' ' }])).toEqual([
    { key: 'colour', label: 'Shade', kind: 'text', required: false },
  ])
  expect(fieldsOf([{ ...colour, options: ' Red \n\nGreen' }])[0]?.options).toEqual(['Red', 'Green'])
})

test.each([
  [0, 1, 'bac'],
  [2, -1, 'acb'],
  [0, -1, 'abc'],
  [2, 1, 'abc'],
] as const)('moving the item at %i by %i', (index, by, order) =>
  expect(moved([...'abc'], index, by).join('')).toBe(order),
)
