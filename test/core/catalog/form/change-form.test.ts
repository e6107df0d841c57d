import { expect, test } from 'vitest'
import type { Entry, Lists } from '../../../../core/catalog/catalog.ts'
import { change, merge } from '../../../../core/catalog/catalog-decisions.ts'
import type { CategoryField } from '../../../../core/catalog/form/category-field.ts'
import { changeForm } from '../../../../core/catalog/form/change-form.ts'

const serial: CategoryField = { key: 'serial', label: 'Serial number', kind: 'text', required: true }
const photo: CategoryField = { key: 'note', label: 'Remarks', kind: 'long-text', required: false }
const entry = (name: string, form?: Entry['form']): Entry => ({
  ...{ id: name, name, description: '', formerly: [], rules: [], retired: false },
  ...(form ? { form } : {}),
})
const lists: Lists = {
  skills: [],
  categories: [entry('Hardware', { version: 3, fields: [serial] }), entry('HR')],
}
const after = (id: string, seen: number, fields: CategoryField[]) =>
  changeForm(id, seen, fields)(lists, 'categories')

test('the version grows with each change, and the audit log says what is asked', () => {
  expect(after('Hardware', 3, [serial, photo])).toMatchObject({
    entry: { id: 'Hardware', form: { version: 4, fields: [serial, photo] } },
    renames: false,
    changes: [
      {
        field: 'fields',
        from: 'Serial number (text, required)',
        to: 'Serial number (text, required), Remarks (long text)',
      },
    ],
  })
  expect(after('HR', 0, [photo])?.entry.form).toEqual({ version: 1, fields: [photo] })
})

test('the version also grows when all fields are removed', () => {
  expect(after('Hardware', 3, [])?.entry.form).toEqual({ version: 4, fields: [] })
})

test('the same fields again change nothing, even for an editor of an older version', () => {
  expect(after('Hardware', 2, [serial])).toBeNull()
})

test('an editor of an older version is refused', () => {
  expect(() => after('Hardware', 2, [photo])).toThrow(expect.objectContaining({ kind: 'conflict' }))
  expect(() => after('Garden', 0, [photo])).toThrow(expect.objectContaining({ kind: 'not-found' }))
})

test('renaming keeps the fields; of two merged categories, those of the survivor stay', () => {
  expect(change('Hardware', { name: 'Devices' })(lists, 'categories')?.entry.form?.fields).toEqual([serial])
  expect(merge('HR', 'Hardware')(lists, 'categories')?.entry.form?.fields).toEqual([serial])
  expect(merge('Hardware', 'HR')(lists, 'categories')?.entry.form).toBeUndefined()
})
