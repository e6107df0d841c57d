import { expect, test } from 'vitest'
import { startEdit } from '../../../../../admin-web/src/features/ticket/edit/edit-draft.ts'
import { type Edit, saveEdit } from '../../../../../admin-web/src/features/ticket/edit/save-edit.ts'
import type { TicketAnswer, TicketView } from '../../../../../admin-web/src/shared/http/answers.ts'
import { problem } from '../../../../../admin-web/src/shared/http/problem.ts'

const seen = {
  version: 3,
  status: 'open',
  title: 'Printer jams',
  description: 'Every job.',
  ...{ priority: 'low', category: 'Hardware', skills: [], tags: [] },
  fields: [{ key: 'serial', label: 'Serial number', kind: 'text', required: true, value: 'SN-1' }],
} as unknown as TicketView

const answer = (ticket: TicketView) => ({ ticket }) as TicketAnswer

/** A desk whose ticket others change before the first tries. @param changes each by somebody else */
function deskOf(...changes: Partial<TicketView>[]) {
  let now = seen
  const sent: Edit[] = []
  const put = async (edit: Edit) => {
    sent.push(edit)
    const change = changes.shift()
    if (change) now = { ...now, ...change, version: now.version + 1 }
    if (now.status === 'closed' || edit.version !== now.version) throw problem(409, 'Changed meanwhile')
    return answer(now)
  }
  return { sent, put, read: async () => answer(now) }
}

const started = startEdit(seen)
const edit = { ...started, typed: { ...started.typed, title: 'Mine', answers: { serial: 'SN-2' } } }
const refused = { status: 409, message: 'Changed meanwhile' }

test('continues from the version of those who changed other fields, and sends only what was edited', async () => {
  const desk = deskOf({ tags: ['floor 3'] }, { priority: 'urgent' })
  await saveEdit(edit, seen, desk)
  const changed = { title: 'Mine', fields: { serial: 'SN-2' } }
  expect(desk.sent).toEqual([3, 4, 5].map((version) => ({ version, ...changed })))
})

test.each<[string, Partial<TicketView>[], number]>([
  ['a field that both have changed', [{ title: 'Theirs' }], 1],
  ['a closed ticket', [{ status: 'closed' }], 1],
  ['changes without an end', [{ tags: ['a'] }, { tags: ['b'] }, { tags: ['c'] }, { tags: ['d'] }], 3],
])('leaves %s to the person', async (_, changes, tries) => {
  const desk = deskOf(...changes)
  await expect(saveEdit(edit, seen, desk)).rejects.toMatchObject(refused)
  expect(desk.sent).toHaveLength(tries)
})
