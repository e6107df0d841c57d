import { describe, expect, test } from 'vitest'
import { claim } from '../../../../core/tickets/actions/claim.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import {
  by,
  cards,
  changeOf,
  decisionOf,
  inShort,
  lines,
  notifies,
  refuses,
} from '../../../support/decisions.ts'
import {
  ann,
  assignedTo,
  bob,
  claimedBy,
  closedBy,
  later,
  max,
  mia,
  monday,
  resolvedBy,
  root,
  setWaitingBy,
} from '../../../support/ticket-fixture.ts'

const claiming = (actor: Actor) => decisionOf(claim, { ...by(actor), input: {} })
const annSeesIt = notifies('status-changed', ann, ['discord', 'mail'])

describe('claim', () => {
  test.each<[string, Actor, Partial<Ticket>, string | undefined, string[]]>([
    ['an open ticket', max, {}, undefined, [...cards, ...annSeesIt]],
    ['what is assigned to them', max, assignedTo(max), undefined, [...cards, ...annSeesIt]],
    [
      'what is assigned to another, who is told',
      max,
      assignedTo(mia),
      'was assigned to Mia Fox',
      [...cards, ...notifies('taken-over', mia), ...annSeesIt],
    ],
    ['as an admin', root, {}, undefined, [...cards, ...annSeesIt]],
    ['what they filed themselves', max, { requester: personOf(max) }, undefined, cards],
  ])('%s', (_name, actor, more, note, effects) => {
    const change = changeOf(claiming(actor), more)
    expect(change.set).toMatchObject({
      status: 'in_progress',
      assignee: personOf(actor),
      assignment: { by: 'claim', reason: `Claimed by ${actor.name}.`, at: later(60) },
    })
    expect(lines(change)).toEqual([[actor.name, 'claimed', note]])
    expect(inShort(change.effects)).toEqual(effects)
  })

  test('keeps who else was considered', () => {
    const candidates = [{ id: mia._id, name: mia.name, matching: ['Printers'], load: 1 }]
    const assignment = { by: 'triage' as const, reason: 'x', candidates, at: monday }
    expect(
      changeOf(claiming(max), { assignee: personOf(mia), assignment }).set.assignment?.candidates,
    ).toEqual(candidates)
  })

  refuses(
    (actor) => claiming(actor),
    [
      ['to a user', ann, {}, 'forbidden', 'You may not claim this ticket.'],
      ['to a stranger', bob, {}, 'not-found', 'There is no such ticket.'],
      ['when another was quicker', max, claimedBy(mia), 'conflict', 'Mia Fox has already claimed #42.'],
      ['when it waits at another', max, setWaitingBy(mia), 'conflict', 'Mia Fox has already claimed #42.'],
      ['when another has resolved it', max, resolvedBy(mia), 'not-found', 'There is no such ticket.'],
      ['to a user once claimed', ann, claimedBy(mia), 'forbidden', 'You may not claim this ticket.'],
      ['to a stranger once claimed', bob, claimedBy(mia), 'not-found', 'There is no such ticket.'],
      ['twice', max, claimedBy(max), 'conflict', 'You have already claimed #42.'],
      ['while it waits', max, setWaitingBy(max), 'conflict', 'You have already claimed #42.'],
      ['to an admin who is late', root, claimedBy(mia), 'conflict', 'Mia Fox has already claimed #42.'],
      ['once resolved', max, resolvedBy(max), 'conflict', '#42 is already resolved.'],
      ['once closed', root, closedBy(max), 'conflict', '#42 is already closed.'],
      ['once deleted', root, { deleted: true }, 'not-found', 'There is no such ticket.'],
      [
        'once deleted while claimed',
        max,
        { ...claimedBy(mia), deleted: true },
        'not-found',
        'There is no such ticket.',
      ],
    ],
  )
})

test('every line of history says from which surface it came', () => {
  const change = changeOf(decisionOf(claim, { ...by(max, 'api'), input: {} }), {})
  expect(change.history[0]).toMatchObject({ surface: 'api', by: personOf(max) })
})
