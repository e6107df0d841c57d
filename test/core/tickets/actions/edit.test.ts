import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { seedCatalog } from '../../../../core/catalog/seed.ts'
import type { Desk } from '../../../../core/desk.ts'
import { edit } from '../../../../core/tickets/actions/edit.ts'
import { redrawCards } from '../../../../core/tickets/change.ts'
import { maxLines, maxTraced } from '../../../../core/tickets/history-limits.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { by, changeOf, decisionOf, refuses } from '../../../support/decisions.ts'
import {
  ann,
  answered,
  assignedTo,
  bob,
  claimedBy,
  closedBy,
  max,
  mia,
  monday,
  resolvedBy,
  root,
  ticketOf,
} from '../../../support/ticket-fixture.ts'

type Edit = Omit<z.infer<typeof edit.input>, 'version'>
const offered = (name: string) => ({
  id: name,
  name,
  description: '',
  formerly: [],
  rules: [],
  retired: false,
})
const lists = {
  skills: ['Printers', 'C++'].map(offered),
  categories: ['Hardware', 'HR'].map(offered),
}

const serial = answered('Serial number', 'SN-1', { required: true })
const floor = answered('Floor', null, { kind: 'number' })

describe('edit', () => {
  const editing = (actor: Actor, wanted: Edit, version = 1) =>
    decisionOf(edit, { ...by(actor), input: { version, ...wanted } }, { lists, secrets: [] })

  test.each<[string, Actor, Partial<Ticket>, Edit, [string, unknown, unknown][]]>([
    [
      'its words, as requester',
      ann,
      {},
      { title: 'Printer on fire again' },
      [['title', 'Printer on fire', 'Printer on fire again']],
    ],
    ['priority, as any moderator while open', max, {}, { priority: 'high' }, [['priority', null, 'high']]],
    [
      'several at once, of which one is as before',
      max,
      { ...claimedBy(max), priority: 'low', category: 'Hardware' },
      { priority: 'high', category: 'Hardware', skills: ['Printers', 'C++'] },
      [
        ['priority', 'low', 'high'],
        ['skills', [], ['Printers', 'C++']],
      ],
    ],
    ['a resolved ticket, as an admin', root, resolvedBy(max), { category: 'HR' }, [['category', null, 'HR']]],
    [
      'nothing that is undefined',
      max,
      {},
      { title: undefined, priority: 'low' },
      [['priority', null, 'low']],
    ],
  ])('%s', (_name, actor, more, wanted, changes) => {
    const change = changeOf(editing(actor, wanted), more)
    expect(change.set).toEqual(Object.fromEntries(changes.map(([field, , to]) => [field, to])))
    expect(change.history).toEqual([
      {
        by: personOf(actor),
        surface: 'web',
        action: 'edited',
        changes: changes.map(([field, from, to]) => ({ field, from, to })),
      },
    ])
    expect(change.effects).toEqual(redrawCards)
  })

  test('answers, as requester: those of other fields stay, and the history names the field', () => {
    const change = changeOf(editing(ann, { title: 'Another title', fields: { floor: 3 } }), {
      fields: [serial, floor],
    })
    expect(change.set).toEqual({ title: 'Another title', fields: [serial, { ...floor, value: 3 }] })
    expect(change.history[0]?.changes).toEqual([
      { field: 'title', from: 'Printer on fire', to: 'Another title' },
      { field: 'fields.floor', label: 'Floor', from: '', to: '3' },
    ])
  })

  test.each<[string, Record<string, string | null>, string]>([
    ['takes a required one away', { serial_number: null }, 'fields.serial_number'],
    ['is of the wrong kind', { floor: 'third' }, 'fields.floor'],
    ['was never asked', { colour: 'red' }, 'fields.colour'],
  ])('an answer that %s is refused', (_name, fields, field) =>
    expect(() => editing(ann, { fields })(ticketOf({ fields: [serial, floor] }))).toThrow(
      expect.objectContaining({ kind: 'invalid', field }),
    ),
  )

  test('answers are not the requester’s to change once the ticket is resolved', () =>
    expect(() => editing(ann, { fields: {} })(ticketOf(resolvedBy(max)))).toThrow(
      expect.objectContaining({ kind: 'forbidden' }),
    ))

  test('a password in an answer brings the warning about it', async () => {
    const ticket = ticketOf({ fields: [serial] })
    const asked = { ...by(ann), input: { version: 1, fields: { serial_number: 'password: Hunter2!x' } } }
    const catalog: Pick<Desk['catalog'], 'read'> = {
      read: async () => seedCatalog({ skills: [], categories: [] }),
    }
    const prepared = await edit.prepare?.({ catalog } as Desk, ticket, asked)
    expect(prepared?.secrets).toEqual(['password'])
  })

  test.each<[string, Edit]>([
    ['no field', {}],
    ['the same values', { title: 'Printer on fire', skills: [] }],
  ])('with %s is nothing to do', (_name, wanted) => {
    expect(editing(root, wanted)(ticketOf())).toBeNull()
  })

  refuses(
    (actor) => editing(actor, { title: 'Another title' }),
    [
      ['to a stranger', bob, {}, 'not-found', 'There is no such ticket.'],
      [
        'to a moderator it is not assigned to',
        max,
        assignedTo(mia),
        'forbidden',
        'You may not edit this ticket.',
      ],
      ['to its requester once resolved', ann, resolvedBy(max), 'forbidden', 'You may not edit this ticket.'],
      ['once closed', root, closedBy(max), 'conflict', '#42 is closed.'],
      [
        'of an older version, naming who made the newer',
        root,
        { version: 4, history: [{ at: monday, by: personOf(mia), surface: 'web', action: 'edited' }] },
        'conflict',
        'Mia Fox changed #42 meanwhile: it is at version 4 now.',
      ],
      [
        'of an older version, changed by the desk itself',
        root,
        { version: 2, history: [{ at: monday, by: null, surface: 'desk', action: 'triaged' }] },
        'conflict',
        'The desk changed #42 meanwhile: it is at version 2 now.',
      ],
      [
        'of a version that never was',
        root,
        { version: 0 },
        'invalid',
        'There is no version 1; the newest is 0.',
      ],
    ],
  )
  const kept = (characters: number) => ({
    at: monday,
    by: personOf(ann),
    surface: 'web' as const,
    action: 'edited' as const,
    changes: [{ field: 'description', from: 'x'.repeat(characters), to: 'y' }],
  })
  const full = { history: [kept(maxTraced / 2), kept(maxTraced / 2)] }

  test('keeps each old value, up to a bound that no person reaches', () => {
    const almost = { history: [kept(maxTraced - 200)] }
    expect(changeOf(editing(ann, { title: 'A new title' }), almost).history).toHaveLength(1)
  })

  refuses(
    (actor) => editing(actor, { title: 'Another title' }),
    [
      [
        'when its history is full',
        ann,
        full,
        'conflict',
        '#42 was edited too often, its history is full: say it in a comment.',
      ],
      [
        'when there is too much of it',
        ann,
        { history: Array.from({ length: maxLines }, () => kept(1)) },
        'conflict',
        '#42 has 20,000 entries: file another ticket.',
      ],
    ],
  )

  refuses(
    (actor) => editing(actor, { priority: 'urgent' }),
    [['of the priority to its requester', ann, {}, 'forbidden', 'You may not classify this ticket.']],
  )
  refuses(
    (actor) => editing(actor, { title: 'Another title', priority: 'urgent' }),
    [['as a whole when one part is not theirs', ann, {}, 'forbidden', 'You may not classify this ticket.']],
  )
})
