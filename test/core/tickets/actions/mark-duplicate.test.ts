import { describe, expect, test } from 'vitest'
import { markDuplicate, maxDuplicates } from '../../../../core/tickets/actions/mark-duplicate.ts'
import { type Duplicate, maxWatchers, type Ticket } from '../../../../core/tickets/ticket.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { by, changeOf, decisionOf, inShort, isNotify, refuses } from '../../../support/decisions.ts'
import { duplicateOf } from '../../../support/duplicate-fixture.ts'
import {
  ann,
  assignedTo,
  bob,
  claimedBy,
  idLike,
  later,
  max,
  mia,
  resolvedBy,
  root,
  ticketOf,
} from '../../../support/ticket-fixture.ts'

const originalOf = (more: Partial<Ticket> = {}) => ticketOf({ _id: idLike('9'), number: 9, ...more })
const bobs = { requester: personOf(bob) }
const crowd = Array.from({ length: maxWatchers }, (_, index) => ({ id: `${index}`, name: `W${index}` }))
const other = (number: number): Duplicate => ticketOf({ _id: idLike('7'), number, ...duplicateOf() })

type Known = { original?: Ticket; own?: Duplicate[]; others?: Duplicate[] }
const marking = (actor: Actor, { original = originalOf(), own = [], others = [] }: Known = {}) =>
  decisionOf(markDuplicate, { ...by(actor), input: { of: 9 } }, { original, own, others })

describe('mark as a duplicate', () => {
  test.each<[string, Partial<Ticket>, Partial<Ticket>]>([
    ['unclaimed: it becomes theirs', {}, { assignee: personOf(max) }],
    ['assigned to another: it becomes theirs', assignedTo(mia), { assignee: personOf(max) }],
    ['claimed: it stays with who has it', claimedBy(max), {}],
  ])('resolves it, with the way back, %s', (_name, more, set) => {
    const { status, assignee, assignment } = ticketOf(more)
    const change = changeOf(marking(max), { ...bobs, ...more })
    expect(change.set).toEqual({
      status: 'resolved',
      resolution: { text: 'Duplicate of #9.', by: personOf(max), at: later(60) },
      duplicateOf: { id: idLike('9'), number: 9, surface: 'web', before: { status, assignee, assignment } },
      ...set,
    })
    expect(change.history).toMatchObject([{ by: personOf(max), action: 'marked duplicate', note: '#9' }])
    expect(change.effects).toContainEqual({
      queue: 'maintenance',
      kind: 'sync-duplicate',
      other: idLike('9'),
    })
  })

  test('notifies its requester, also on Slack, who had it and who watches', () => {
    const more = { ...bobs, ...claimedBy(mia), watchers: [personOf(ann)] }
    const { effects } = changeOf(marking(root), more)
    expect(inShort(effects.filter(isNotify)).toSorted()).toEqual(
      [bob, mia, ann]
        .flatMap(({ _id }) =>
          ['slack', 'discord', 'mail'].map((queue) => `${queue} notify status-changed ${_id[0]}`),
        )
        .toSorted(),
    )
  })

  test('of a resolved original: the answer is there already', () => {
    expect(changeOf(marking(max, { original: originalOf(resolvedBy(max)) }), bobs).set.status).toBe(
      'resolved',
    )
  })

  test('of an original that is full, when its requester follows it already', () => {
    const original = originalOf({ watchers: [...crowd.slice(1), personOf(bob)] })
    expect(changeOf(marking(max, { original }), bobs).set.status).toBe('resolved')
  })

  refuses(marking, [
    ['resolved', max, resolvedBy(max), 'conflict', '#42 is already resolved.'],
    ['a duplicate', max, duplicateOf(), 'conflict', '#42 is itself a duplicate of #9.'],
    ['deleted', max, { deleted: true }, 'not-found', 'There is no such ticket.'],
    ['to its requester', ann, {}, 'forbidden', 'You may not mark duplicates with this ticket.'],
  ])
  refuses(
    (actor) => marking(actor, { own: [other(7)] }),
    [['the original of another', max, {}, 'conflict', '#7 is a duplicate of #42: undo that first.']],
  )
  refuses(
    (actor) => marking(actor, { original: ticketOf() }),
    [['of itself', max, {}, 'conflict', '#42 can’t be a duplicate of itself.']],
  )

  test.each<[string, Partial<Ticket>, Duplicate[], string]>([
    ['is itself a duplicate', duplicateOf(), [], '#9 is itself a duplicate of #9.'],
    [
      'has no room for its requester',
      { watchers: crowd },
      [],
      '50 people watch #9 already: it takes no more.',
    ],
    [
      'has too many',
      {},
      Array.from({ length: maxDuplicates }, () => other(7)),
      '#9 has 100 duplicates already.',
    ],
  ])('is refused when the original %s', (_name, more, others, message) => {
    expect(() => marking(max, { original: originalOf(more), others })(ticketOf(bobs))).toThrow(message)
  })
})
