import { expect, test } from 'vitest'
import type { Change } from '../../../core/tickets/change.ts'
import { shownVersion, shownVersionAfter, versionFor } from '../../../core/tickets/shown-changes.ts'
import { personOf } from '../../../core/users/user.ts'
import { later, max, monday, ticketOf } from '../../support/ticket-fixture.ts'

const line = (action: Change['history'][number]['action']) => ({
  by: personOf(max),
  surface: 'web' as const,
  action,
})
const watcher = { id: max._id, name: max.name }
const before = ticketOf({ version: 7, updatedAt: monday })

test.each<[string, Pick<Change, 'set' | 'history'>, number]>([
  ['an internal note', { set: {}, history: [line('noted')] }, 7],
  ['a note that makes somebody watch', { set: { watchers: [watcher] }, history: [line('noted')] }, 7],
  ['an edited note', { set: {}, history: [line('edited note')] }, 7],
  ['notes of the triage', { set: { notes: 'x' }, history: [] }, 7],
  ['a comment', { set: {}, history: [line('commented')] }, 8],
  ['a new status', { set: { status: 'open' }, history: [] }, 8],
  ['a note beside a new status', { set: { status: 'waiting' }, history: [line('noted')] }, 8],
])('after %s, the version for a requester is %d', (_name, change, version) => {
  const shown = shownVersionAfter(before, change, later(1))
  expect(shown).toEqual({ version, at: version === 7 ? monday : later(1) })
  const after = { ...before, version: 8, updatedAt: later(1), shown }
  expect(versionFor({ role: 'user' }, after)).toBe(version)
  expect(versionFor({ role: 'moderator' }, after)).toBe(8)
})

test('a ticket of an earlier version of the desk shows its own', () => {
  expect(shownVersion(before)).toEqual({ version: 7, at: monday })
})
