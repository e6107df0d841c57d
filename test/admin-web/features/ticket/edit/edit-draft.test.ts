import { expect, test } from 'vitest'
import {
  editedFields,
  rebase,
  startEdit,
} from '../../../../../admin-web/src/features/ticket/edit/edit-draft.ts'

const seen = {
  version: 3,
  title: 'Printer jams',
  description: 'Every job.',
  priority: 'low' as const,
  category: 'Hardware',
  skills: ['Printers'],
  tags: [],
}

test('only what was changed is sent', () => {
  const draft = startEdit(seen)
  expect(editedFields(draft)).toEqual({})
  expect(editedFields({ ...draft, typed: { ...draft.typed, skills: ['Printers', 'Network'] } })).toEqual({
    skills: ['Printers', 'Network'],
  })
})

test('on a newer version what was typed stays, and what was not touched follows', () => {
  const draft = startEdit(seen)
  const typed = { ...draft, typed: { ...draft.typed, title: 'Printer on floor 3 jams' } }
  const rebased = rebase(typed, { ...seen, version: 5, description: 'Every job since Monday.' })
  expect(rebased.clashes).toEqual([])
  expect(rebased.draft.typed).toMatchObject({
    title: 'Printer on floor 3 jams',
    description: 'Every job since Monday.',
  })
  expect(editedFields(rebased.draft)).toEqual({ title: 'Printer on floor 3 jams' })
  expect(rebased.draft.base.version).toBe(5)
})

test('a field that both have changed is a clash, unless to the same', () => {
  const draft = startEdit(seen)
  const typed = { ...draft, typed: { ...draft.typed, title: 'Mine', priority: 'urgent' as const } }
  const rebased = rebase(typed, { ...seen, version: 4, title: 'Theirs', priority: 'urgent' })
  expect(rebased.clashes).toEqual(['title'])
  expect(rebased.draft.typed.title).toBe('Mine')
  expect(rebased.draft.base.title).toBe('Theirs')
  expect(editedFields(rebased.draft)).toEqual({ title: 'Mine' })
})
