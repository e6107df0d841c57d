import { describe, expect, test } from 'vitest'
import type { Decide } from '../../../core/tickets/change.ts'
import {
  becomeDuplicate,
  gainDuplicate,
  maxDuplicates,
  undoDuplicate,
  unmark,
} from '../../../core/tickets/duplicates.ts'
import { type Duplicate, maxWatchers, type Ticket } from '../../../core/tickets/ticket.ts'
import { comment, remove } from '../../../core/tickets/transitions.ts'
import { reopen } from '../../../core/tickets/wait-and-reopen.ts'
import { type Actor, personOf } from '../../../core/users/user.ts'
import {
  ann,
  assignedTo,
  bob,
  claimedBy,
  commentOf,
  idLike,
  later,
  max,
  mia,
  monday,
  resolvedBy,
  root,
  ticketOf,
} from '../../support/ticket-fixture.ts'

const now = later(60)
const by = (actor: Actor) => ({ actor, surface: 'web' as const, now })
const origin = { surface: 'web', address: null, agent: null } as const
const mark = idLike('7')
const original = (more: Partial<Ticket> = {}) => ticketOf({ _id: idLike('9'), number: 9, ...more })
const duplicate = (more: Partial<Ticket> = {}) => ticketOf({ requester: personOf(bob), ...more })
const entryOf = (more: Partial<Duplicate> = {}): Duplicate => ({
  id: duplicate()._id,
  number: 42,
  mark,
  people: [bob._id],
  by: personOf(max),
  surface: 'web',
  ...more,
})
const because = (person: Actor) => ({ ...personOf(person), because: 'duplicate' as const })
const crowd = Array.from({ length: maxWatchers }, (_, index) => ({ id: `${index}`, name: `W${index}` }))
const duplicateOf = (more: Partial<Ticket> = {}): Partial<Ticket> => ({
  ...resolvedBy(max),
  duplicateOf: {
    id: original()._id,
    number: 9,
    mark,
    before: { status: 'open', assignee: null, assignment: null },
  },
  ...more,
})
const change = (decide: Decide, ticket: Ticket) => {
  const found = decide(ticket)
  if (!found) throw new Error('The decision found nothing to do.')
  return found
}
const links = (decided: ReturnType<typeof change>) => decided.effects.filter(({ mark }) => mark)

describe('the original', () => {
  const gain = (actor: Actor, of: Ticket) => gainDuplicate({ ...by(actor), mark, duplicate: of })

  test('knows its duplicate, whose people follow it, and owes the duplicate its change', () => {
    const decided = change(gain(max, duplicate({ watchers: [personOf(mia), personOf(ann)] })), original())
    expect(decided.set).toEqual({
      duplicates: [entryOf({ people: [bob, mia, ann].map(({ _id }) => _id) })],
      watchers: [because(bob), because(mia)],
    })
    expect(decided.history).toMatchObject([{ by: personOf(max), action: 'got duplicate', note: '#42' }])
    expect(links(decided)).toEqual([{ queue: 'maintenance', kind: 'mark', other: duplicate()._id, mark }])
  })

  test('takes watchers as far as there is room, the requester first', () => {
    const full = original({ watchers: crowd.slice(1) })
    const decided = change(gain(max, duplicate({ watchers: [personOf(mia)] })), full)
    expect(decided.set.watchers?.at(-1)).toEqual(because(bob))
    expect(decided.set.watchers).toHaveLength(maxWatchers)
  })

  test('may be a settled one: the answer is there already', () => {
    expect(change(gain(max, duplicate()), original(resolvedBy(max))).set.duplicates).toHaveLength(1)
  })

  test.each<[string, Actor, Partial<Ticket>, string]>([
    ['is itself a duplicate', max, duplicateOf(), '#9 is itself a duplicate of #9.'],
    ['is not theirs to see', max, claimedBy(mia), 'There is no such ticket.'],
    ['is deleted', root, { deleted: true }, 'There is no such ticket.'],
    [
      'has no room for its requester',
      max,
      { watchers: crowd },
      '50 people watch #9 already: it takes no more.',
    ],
    [
      'has too many',
      max,
      { duplicates: Array.from({ length: maxDuplicates }, () => entryOf()) },
      '#9 has 100 duplicates already.',
    ],
  ])('is refused when it %s', (_name, actor, more, message) => {
    expect(() => gain(actor, duplicate())(original(more))).toThrow(message)
  })

  test('forgets one: who still has another duplicate there, or wanted to watch, stays', () => {
    const more = {
      duplicates: [entryOf({ people: [bob._id, mia._id] }), entryOf({ mark: 'other', people: [mia._id] })],
      watchers: [because(bob), because(mia), personOf(max)],
    }
    const decided = change(unmark(mark), original(more))
    expect(decided.set.watchers).toEqual([because(mia), personOf(max)])
    expect(decided.set.duplicates).toMatchObject([{ mark: 'other' }])
    expect(unmark('unknown')(original(more))).toBeNull()
  })

  test('gives its duplicates free when it is deleted', () => {
    const decided = change(
      remove({ ...by(root), origin }),
      original({ duplicates: [entryOf()], watchers: [because(bob)] }),
    )
    expect(decided.set).toMatchObject({ duplicates: [], watchers: [] })
    expect(links(decided)).toEqual([{ queue: 'maintenance', kind: 'unmark', other: duplicate()._id, mark }])
  })
})

describe('the duplicate', () => {
  const become = becomeDuplicate({ original: original(), gained: entryOf(), now })

  test.each<[string, Partial<Ticket>, Partial<Ticket>]>([
    ['unclaimed: it becomes theirs', {}, { assignee: personOf(max) }],
    ['assigned to another: it becomes theirs', assignedTo(mia), { assignee: personOf(max) }],
    ['claimed: it stays with who has it', claimedBy(mia), {}],
  ])('is settled, with the way back, %s', (_name, more, set) => {
    const ticket = duplicate(more)
    const { status, assignee, assignment } = ticket
    expect(change(become, ticket).set).toEqual({
      status: 'resolved',
      resolution: { text: 'Duplicate of #9.', by: personOf(max), at: now },
      duplicateOf: { id: original()._id, number: 9, mark, before: { status, assignee, assignment } },
      ...set,
    })
  })

  test('tells its requester, also on Slack, who had it and who watches', () => {
    const told = change(become, duplicate({ ...claimedBy(mia), watchers: [personOf(root)] })).effects
    expect(new Set(told.flatMap(({ to, about, queue }) => (to ? [`${about} ${to} ${queue}`] : [])))).toEqual(
      new Set(
        [bob, mia, root].flatMap(({ _id }) =>
          ['slack', 'discord', 'mail'].map((queue) => `status-changed ${_id} ${queue}`),
        ),
      ),
    )
  })

  test('is marked once: what was undone meanwhile is not done again', () => {
    const line = {
      at: monday,
      by: personOf(max),
      surface: 'web' as const,
      action: 'marked duplicate' as const,
    }
    expect(become(duplicate({ history: [{ ...line, mark }] }))).toBeNull()
  })

  test.each<[string, Partial<Ticket>, string]>([
    ['resolved', resolvedBy(max), '#42 is already resolved.'],
    ['a duplicate', duplicateOf(), '#42 is itself a duplicate of #9.'],
    [
      'the original of another',
      { duplicates: [entryOf({ number: 7 })] },
      '#7 is a duplicate of #42: undo that first.',
    ],
    ['deleted', { deleted: true }, 'There is no such ticket.'],
  ])('is refused when it is %s', (_name, more, message) => {
    expect(() => become(duplicate(more))).toThrow(message)
  })

  test.each<[string, Partial<Ticket>, object[]]>([
    ['what was claimed', { status: 'in_progress', assignee: personOf(mia), assignment: null }, []],
    ['what waited', { status: 'waiting', assignee: personOf(mia), assignment: null }, []],
    [
      'what nobody had seeks somebody',
      { status: 'open', assignee: null, assignment: null },
      [{ queue: 'assign', kind: 'assign' }],
    ],
  ])('undone is as it was: %s', (_name, before, assign) => {
    const marked = duplicateOf({ triage: { ...ticketOf().triage, state: 'done' } })
    const ticket = duplicate({
      ...marked,
      duplicateOf: { ...marked.duplicateOf, before } as Ticket['duplicateOf'],
    })
    const decided = change(undoDuplicate(by(max)), ticket)
    expect(decided.set).toEqual({ ...before, resolution: null, duplicateOf: null })
    expect(decided.history).toMatchObject([{ action: 'unmarked duplicate', note: '#9' }])
    expect(links(decided)).toEqual([{ queue: 'maintenance', kind: 'unmark', other: original()._id, mark }])
    expect(decided.effects.filter(({ queue }) => queue === 'assign')).toEqual(assign)
  })

  test.each<[string, Actor, Partial<Ticket>, string, string]>([
    ['what is none', max, claimedBy(max), 'conflict', '#42 is no duplicate.'],
    ['for its requester', bob, duplicateOf(), 'forbidden', 'You may not mark duplicates with this ticket.'],
    [
      'for who only watches',
      mia,
      duplicateOf({ watchers: [personOf(mia)] }),
      'forbidden',
      'You may not mark duplicates with this ticket.',
    ],
    ['once closed', max, duplicateOf({ status: 'closed' }), 'conflict', '#42 is closed for good.'],
  ])('is not undone: %s', (_name, actor, more, kind, message) => {
    expect(() => undoDuplicate(by(actor))(duplicate(more))).toThrow(
      expect.objectContaining({ kind, message }),
    )
  })

  test.each<[string, Decide]>([
    ['its requester reopens it', reopen(by(bob))],
    [
      'its requester disagrees',
      comment({
        ...by(bob),
        staff: new Set(),
        comment: commentOf({ author: personOf(bob), body: 'It is another printer.' }),
      }),
    ],
    ['it is deleted', remove({ ...by(root), origin })],
  ])('is none any more once %s', (_name, decide) => {
    const decided = change(decide, duplicate(duplicateOf()))
    expect(decided.set.duplicateOf).toBeNull()
    expect(links(decided)).toEqual([{ queue: 'maintenance', kind: 'unmark', other: original()._id, mark }])
  })
})
