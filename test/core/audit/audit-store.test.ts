import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { AuditEntry } from '../../../core/audit/audit-entry.ts'
import { type AuditPage, type AuditStore, createAuditStore } from '../../../core/audit/audit-store.ts'
import { changesOf } from '../../../core/audit/record-audit-event.ts'
import { newId } from '../../../core/ids.ts'
import { ann, later, max, root } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()
let audit: AuditStore
beforeAll(() => {
  audit = createAuditStore(database())
})
beforeEach(() => database().audit.deleteMany({}))

const entryAt = (seconds: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  _id: newId(),
  actor: { id: root._id, name: root.name },
  action: 'account-changed',
  about: { kind: 'user', id: ann._id, name: ann.name },
  from: { surface: 'web', address: '192.0.2.7' },
  changes: [{ field: 'role', from: 'user', to: 'moderator' }],
  note: null,
  createdAt: later(seconds),
  ...more,
})

test('keeps an entry as it was written, and has no way to change or remove one', async () => {
  const entry = entryAt(0)
  await audit.insert(entry)
  expect(await audit.list({ limit: 10 })).toEqual([entry])
  expect(Object.keys(audit).toSorted()).toEqual(['insert', 'list'])
})

test('pages go on where the last one ended, also among entries of one instant', async () => {
  const written = [entryAt(2), entryAt(1), entryAt(1), entryAt(1), entryAt(0)]
  for (const entry of written) await audit.insert(entry)
  const read: AuditEntry[] = []
  for (;;) {
    const last = read.at(-1)
    const after = last && { createdAt: last.createdAt, id: last._id }
    const page = await audit.list({ after, limit: 2 })
    read.push(...page)
    if (page.length < 2) break
  }
  const order = (a: AuditEntry, b: AuditEntry) =>
    b.createdAt.getTime() - a.createdAt.getTime() || (a._id < b._id ? 1 : -1)
  expect(read).toEqual(written.toSorted(order))
})

test.each<[string, Partial<AuditPage>, number[]]>([
  ['who did it', { actor: max._id }, [3]],
  ['what', { action: 'signed-in' }, [3, 2]],
  ['about whom', { about: ann._id }, [2, 1, 0]],
  ['since', { from: later(2) }, [3, 2]],
  ['until', { to: later(2) }, [1, 0]],
  ['several of them', { about: ann._id, action: 'account-changed', from: later(1) }, [1]],
  ['and goes on from there', { about: ann._id, after: { createdAt: later(1), id: '0' } }, [0]],
])('is filtered by %s', async (_name, filter, expected) => {
  const about = { kind: 'user' as const, id: max._id, name: max.name }
  await audit.insert(entryAt(0))
  await audit.insert(entryAt(1))
  await audit.insert(entryAt(2, { action: 'signed-in' }))
  await audit.insert(entryAt(3, { action: 'signed-in', actor: { id: max._id, name: max.name }, about }))
  const found = await audit.list({ ...filter, limit: 10 })
  expect(found.map(({ createdAt }) => createdAt)).toEqual(expected.map(later))
})

test('changes are told field by field, and only where something differs', () => {
  const before = { name: 'Ann', skills: ['C++'], capacity: 10 }
  expect(changesOf(before, { name: 'Ann', skills: ['C++', 'C#'], capacity: 5 })).toEqual([
    { field: 'skills', from: ['C++'], to: ['C++', 'C#'] },
    { field: 'capacity', from: 10, to: 5 },
  ])
})
