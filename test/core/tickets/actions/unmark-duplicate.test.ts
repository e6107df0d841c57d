import { describe, expect, test } from 'vitest'
import { comment } from '../../../../core/tickets/actions/comment.ts'
import { deleteTicket } from '../../../../core/tickets/actions/delete.ts'
import { reopen } from '../../../../core/tickets/actions/reopen.ts'
import { unmarkDuplicate } from '../../../../core/tickets/actions/unmark-duplicate.ts'
import type { Decide } from '../../../../core/tickets/change.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { by, changeOf, decisionOf, refuses } from '../../../support/decisions.ts'
import { duplicateOf } from '../../../support/duplicate-fixture.ts'
import {
  bob,
  claimedBy,
  commentOf,
  idLike,
  max,
  mia,
  root,
  ticketOf,
} from '../../../support/ticket-fixture.ts'

const unmarking = (actor: Actor) => decisionOf(unmarkDuplicate, { ...by(actor), input: {} })
const bobs = (more: Partial<Ticket> = {}) => ({ requester: personOf(bob), ...duplicateOf(more) })
const sync = { queue: 'maintenance', kind: 'sync-duplicate', other: idLike('9') }

describe('undo a marking', () => {
  test.each<[string, Partial<Ticket>, object[]]>([
    ['what was claimed', { status: 'in_progress', assignee: personOf(mia), assignment: null }, []],
    ['what waited', { status: 'waiting', assignee: personOf(mia), assignment: null }, []],
    [
      'what nobody had seeks somebody',
      { status: 'open', assignee: null, assignment: null },
      [{ queue: 'assign', kind: 'assign' }],
    ],
  ])('brings it back as it was: %s', (_name, before, assign) => {
    const marked = duplicateOf()
    const change = changeOf(unmarking(max), {
      ...bobs({ triage: { ...ticketOf().triage, state: 'done' } }),
      duplicateOf: { ...marked.duplicateOf, before } as Ticket['duplicateOf'],
    })
    expect(change.set).toEqual({ ...before, resolution: null, duplicateOf: null })
    expect(change.history).toMatchObject([{ action: 'unmarked duplicate', note: '#9' }])
    expect(change.effects).toContainEqual(sync)
    expect(change.effects.filter(({ queue }) => queue === 'assign')).toEqual(assign)
  })

  refuses(unmarking, [
    ['of what is none', max, claimedBy(max), 'conflict', '#42 is not a duplicate.'],
    ['to its requester', bob, bobs(), 'forbidden', 'You may not mark duplicates with this ticket.'],
    [
      'to who only watches',
      mia,
      bobs({ watchers: [personOf(mia)] }),
      'forbidden',
      'You may not mark duplicates with this ticket.',
    ],
    ['once closed', max, bobs({ status: 'closed' }), 'conflict', '#42 is closed, so its mark stays.'],
  ])
})

const disagrees = () => {
  const posted = commentOf({ author: personOf(bob), body: 'It is another printer.' })
  const input = { body: posted.body, visibility: posted.visibility, key: 'any' }
  return decisionOf(comment, { ...by(bob), input }, { comment: posted, staff: new Set() })
}

test.each<[string, Decide]>([
  ['its requester reopens it', decisionOf(reopen, { ...by(bob), input: {} })],
  ['its requester disagrees', disagrees()],
  ['it is deleted', decisionOf(deleteTicket, { ...by(root), input: {} }, [])],
])('a duplicate is none any more once %s', (_name, decide) => {
  const change = changeOf(decide, bobs())
  expect(change.set.duplicateOf).toBeNull()
  expect(change.effects).toContainEqual(sync)
})
