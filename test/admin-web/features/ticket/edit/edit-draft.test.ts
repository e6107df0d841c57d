import { expect, test } from 'vitest'
import {
  autoMerge,
  changesIn,
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
  fields: [
    { key: 'serial', label: 'Serial number', kind: 'text' as const, required: true, value: 'SN-1' },
    { key: 'spare', label: 'A spare one', kind: 'checkbox' as const, required: false, value: null },
  ],
}

test('only what was changed is sent', () => {
  const draft = startEdit(seen)
  expect(changesIn(draft)).toEqual({ answers: {} })
  const answers = { ...draft.typed.answers, serial: 'SN-2' }
  expect(changesIn({ ...draft, typed: { ...draft.typed, skills: ['Network'], answers } })).toEqual({
    skills: ['Network'],
    answers: { serial: 'SN-2' },
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
  expect(changesIn(rebased.draft)).toEqual({ title: 'Printer on floor 3 jams', answers: {} })
  expect(rebased.draft.base.version).toBe(5)
})

test('a field that both have changed is a clash, unless to the same', () => {
  const draft = startEdit(seen)
  const typed = { ...draft, typed: { ...draft.typed, title: 'Mine', priority: 'urgent' as const } }
  const rebased = rebase(typed, { ...seen, version: 4, title: 'Theirs', priority: 'urgent' })
  expect(rebased.clashes).toEqual(['title'])
  expect(rebased.draft.typed.title).toBe('Mine')
  expect(rebased.draft.base.title).toBe('Theirs')
  expect(changesIn(rebased.draft)).toEqual({ title: 'Mine', answers: {} })
})

test('an answer that both have changed is a clash, and one that only they have changed follows', () => {
  const draft = startEdit(seen)
  const typed = { ...draft, typed: { ...draft.typed, answers: { serial: 'SN-2', spare: false } } }
  const [serial, spare] = seen.fields
  const fields = [
    { ...serial, value: 'SN-9' },
    { ...spare, value: true },
  ] as typeof seen.fields
  const rebased = rebase(typed, { ...seen, version: 4, fields })
  expect(rebased.clashes).toEqual(['answers.serial'])
  expect(rebased.draft.typed.answers).toEqual({ serial: 'SN-2', spare: true })
})

test.each<[string, object, object, object | null]>([
  ['they changed another field', { title: 'Mine' }, { version: 4, tags: ['floor 3'] }, { title: 'Mine' }],
  ['both changed a field to the same', { title: 'Ours' }, { version: 4, title: 'Ours' }, {}],
  ['both changed a field to different values', { title: 'Mine' }, { version: 4, title: 'Theirs' }, null],
  ['only what nobody edits has changed', { title: 'Mine' }, { version: 9 }, { title: 'Mine' }],
  ['nothing is newer: it was refused for another reason', { title: 'Mine' }, {}, null],
  ['the ticket was closed', { title: 'Mine' }, { version: 4, status: 'closed' }, null],
])('what is saved by itself when %s', (_, mine, theirs, saved) => {
  const draft = startEdit(seen)
  const latest = { ...seen, status: 'open' as const, ...theirs }
  const merged = autoMerge({ ...draft, typed: { ...draft.typed, ...mine } }, latest)
  expect(merged && changesIn(merged)).toEqual(saved && { ...saved, answers: {} })
  if (merged) expect(merged.base.version).toBe(latest.version)
})
