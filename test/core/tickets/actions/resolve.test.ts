import { describe, expect, test } from 'vitest'
import { resolve } from '../../../../core/tickets/actions/resolve.ts'
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
  resolvedBy,
  root,
  setWaitingBy,
} from '../../../support/ticket-fixture.ts'

const resolution = 'Put it out.'
const resolving = (actor: Actor) => decisionOf(resolve, { ...by(actor), input: { resolution } })

describe('resolve', () => {
  const asTheirs = (actor: Actor) => ({
    assignee: personOf(actor),
    assignment: { by: 'claim', reason: `Claimed by ${actor.name}.`, candidates: [], at: later(60) },
  })

  test.each<[string, Actor, Partial<Ticket>, object, string[]]>([
    ['what they claimed', max, claimedBy(max), {}, notifies('resolved', ann)],
    ['what waits', max, setWaitingBy(max), {}, notifies('resolved', ann)],
    ['unclaimed: it becomes theirs', max, {}, asTheirs(max), notifies('resolved', ann)],
    [
      'assigned to another: it becomes theirs, and the other is told',
      max,
      assignedTo(mia),
      asTheirs(max),
      [...notifies('resolved', ann), ...notifies('taken-over', mia)],
    ],
    [
      'another’s, as an admin: it stays theirs',
      root,
      claimedBy(max),
      {},
      [...notifies('resolved', ann), ...notifies('resolved', max)],
    ],
    ['their own, unclaimed, as its requester', ann, {}, {}, []],
    ['their own, claimed, as its requester', ann, claimedBy(max), {}, notifies('resolved', max)],
  ])('%s', (_name, actor, more, set, notify) => {
    const change = changeOf(resolving(actor), more)
    expect(change.set).toEqual({
      status: 'resolved',
      resolution: { text: resolution, by: personOf(actor), at: later(60) },
      ...set,
    })
    expect(lines(change)).toEqual([[actor.name, 'resolved', resolution]])
    expect(inShort(change.effects)).toEqual([...cards, ...notify])
  })

  refuses(
    (actor) => resolving(actor),
    [
      ['to a stranger', bob, {}, 'not-found', 'There is no such ticket.'],
      ['of another’s, which they do not see', max, claimedBy(mia), 'not-found', 'There is no such ticket.'],
      ['to its requester once it is done', ann, resolvedBy(max), 'conflict', '#42 is already resolved.'],
      ['twice', max, resolvedBy(max), 'conflict', '#42 is already resolved.'],
      ['once closed', root, closedBy(max), 'conflict', '#42 is already closed.'],
    ],
  )
})
