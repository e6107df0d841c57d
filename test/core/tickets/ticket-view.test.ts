import { describe, expect, test } from 'vitest'
import { commentViewOf, commentViewSchema } from '../../../core/tickets/comments/comment-view.ts'
import { maxHistoryShown, ticketViewOf, ticketViewSchema } from '../../../core/tickets/ticket-view.ts'
import { type Actor, personOf } from '../../../core/users/user.ts'
import {
  ann,
  assignedTo,
  bob,
  commentOf,
  idLike,
  later,
  max,
  mia,
  monday,
  resolvedBy,
  ticketOf,
} from '../../support/ticket-fixture.ts'

const candidates = [{ id: mia._id, name: mia.name, matching: ['Printers'], load: 1 }]
const told = ticketOf({
  ...assignedTo(max),
  ...resolvedBy(max),
  assignment: { by: 'triage', reason: 'knows Printers', candidates, at: monday },
  notes: '- Call the fire brigade.',
  surfaces: { slack: { channel: 'D1', ts: '1.2' } },
  outbox: [{ id: 'x:1:0', queue: 'mail', kind: 'notify', to: ann._id, topic: 'resolved', at: monday }],
  history: [
    { at: monday, by: personOf(ann), surface: 'slack', action: 'opened' },
    { at: monday, by: personOf(max), surface: 'discord', action: 'noted', comment: 'c1' },
    { at: monday, by: personOf(max), surface: 'discord', action: 'resolved', note: 'Put it out.' },
  ],
})

const watched = ticketOf({
  watchers: [{ ...personOf(bob), because: 'duplicate' }, personOf(mia)],
  history: [{ at: monday, by: personOf(mia), surface: 'web', action: 'watched' }],
})

describe('what the API shows of a ticket', () => {
  test.each([max, ann, mia])('fits its schema for a $role, dates as ISO 8601', (reader) => {
    const view = ticketViewOf(told, reader, [])
    expect(ticketViewSchema.parse(view)).toEqual(view)
    expect(JSON.parse(JSON.stringify(view))).toEqual(view)
    expect(view.createdAt).toBe('2026-03-02T09:00:00.000Z')
  })

  test('to moderators: notes, candidates and every line', () => {
    const view = ticketViewOf(told, max, [])
    expect(view).toMatchObject({ notes: '- Call the fire brigade.', assignment: { candidates } })
    expect(view.history.map(({ action }) => action)).toEqual(['opened', 'noted', 'resolved'])
  })

  test('of a very long history the end, and how much there is before it', () => {
    const lines = Array.from({ length: 3 * maxHistoryShown }, (_, index) => ({
      ...{ at: later(index), by: personOf(max), surface: 'api' as const, comment: `${index}` },
      action: index % 2 ? ('noted' as const) : ('commented' as const),
    }))
    const [forStaff, forRequester] = [max, ann].map((reader) =>
      ticketViewOf(ticketOf({ ...assignedTo(max), history: lines }), reader, []),
    )
    expect(forStaff).toMatchObject({ earlierHistory: 2 * maxHistoryShown })
    expect(forStaff?.history).toHaveLength(maxHistoryShown)
    expect(forStaff?.history.at(-1)).toMatchObject({ comment: `${lines.length - 1}` })
    expect(forRequester).toMatchObject({ earlierHistory: maxHistoryShown / 2 })
    expect(forRequester?.history.every(({ action }) => action === 'commented')).toBe(true)
  })

  test('to the requester: none of these', () => {
    const view = ticketViewOf(told, ann, [])
    expect(view).toMatchObject({ notes: null, assignment: { candidates: [] } })
    expect(view.history.map(({ action }) => action)).toEqual(['opened', 'resolved'])
    expect(JSON.stringify(view)).not.toContain('Mia')
  })

  test.each<[Actor, string[]]>([
    [max, ['Bob Poe', 'Mia Fox']],
    [mia, ['Bob Poe', 'Mia Fox']],
    [ann, []],
    [bob, ['Bob Poe']],
  ])('who watches, to staff; to others only that they do: $name', (reader, shown) => {
    const { watchers, history } = ticketViewOf(watched, reader, [])
    expect(watchers.map(({ name }) => name)).toEqual(shown)
    expect(history.some(({ action }) => action === 'watched')).toBe(reader.role !== 'user')
  })

  test('to nobody: audience, outbox and where its cards are', () => {
    const view = ticketViewOf(told, max, [])
    for (const field of ['audience', 'outbox', 'attempts', 'nextAttemptAt', 'surfaces', 'deleted', '_id'])
      expect(view).not.toHaveProperty(field)
  })
})

const changed = commentOf({
  relayed: { slack: '1.2', discord: '3' },
  mentions: [personOf(max)],
  version: 2,
  edits: [{ at: monday, by: personOf(ann), body: 'It stil burns.' }],
  editedAt: monday,
})

test.each([true, false])('what the API shows of a comment fits its schema (for staff: %s)', (forStaff) => {
  const view = commentViewOf(changed, forStaff)
  expect(commentViewSchema.parse(view)).toEqual(view)
  expect(view).not.toHaveProperty('relayed')
  expect(view).toMatchObject({ version: 2, editedAt: monday.toISOString(), mentions: [{ name: 'Max Moe' }] })
  expect(view.edits.map(({ body }) => body)).toEqual(forStaff ? ['It stil burns.'] : [])
})

test('a comment as older versions stored it is shown as one that was never changed', () => {
  expect(commentViewOf(commentOf(), true)).toMatchObject({
    mentions: [],
    version: 1,
    editedAt: null,
    edits: [],
    deleted: null,
  })
})

test.each<[string, Actor, { id: string; number: number }[]]>([
  ['a moderator', max, [{ id: idLike('9'), number: 9 }]],
  ['its requester', ann, []],
])('%s sees its duplicates only as staff', (_name, reader, expected) => {
  expect(ticketViewOf(told, reader, [{ _id: idLike('9'), number: 9 }]).duplicates).toEqual(expected)
})

test('how many tickets moderators have is for staff only', () => {
  const reason = 'knows VPN; has 3 of 10 tickets; longest since the last assignment'
  const line = {
    at: new Date(),
    by: null,
    surface: 'desk' as const,
    action: 'assigned' as const,
    note: `to Max: ${reason}`,
  }
  const ticket = ticketOf({
    assignment: { by: 'triage', reason, candidates: [], at: new Date() },
    history: [line],
  })
  expect(JSON.stringify(ticketViewOf(ticket, { _id: 'x', role: 'moderator' }, []))).toContain('3 of 10')
  expect(JSON.stringify(ticketViewOf(ticket, { _id: 'x', role: 'user' }, []))).not.toContain('of 10')
})
