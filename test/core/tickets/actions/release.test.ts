import { describe, expect, test } from 'vitest'
import { release } from '../../../../core/tickets/actions/release.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import type { Actor } from '../../../../core/users/user.ts'
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
  claimedBy,
  closedBy,
  max,
  mia,
  resolvedBy,
  root,
  setWaitingBy,
} from '../../../support/ticket-fixture.ts'

const releasing = (actor: Actor) => decisionOf(release, { ...by(actor), input: {} })

describe('release', () => {
  test.each<[string, Actor, Partial<Ticket>, string[]]>([
    ['what they claimed', max, claimedBy(max), []],
    ['what waits', max, setWaitingBy(max), []],
    ['what was only assigned to them', max, assignedTo(max), []],
    ['another’s, as an admin', root, claimedBy(max), notifies('released', max)],
  ])('%s', (_name, actor, more, notify) => {
    const change = changeOf(releasing(actor), more)
    expect(change.set).toEqual({ status: 'open', assignee: null, assignment: null })
    expect(lines(change)).toEqual([[actor.name, 'released', undefined]])
    expect(inShort(change.effects)).toEqual([...cards, ...notify])
  })

  refuses(
    (actor) => releasing(actor),
    [
      ['to its requester', ann, claimedBy(max), 'forbidden', 'You may not release this ticket.'],
      [
        'to a moderator it is not assigned to',
        max,
        assignedTo(mia),
        'forbidden',
        'You may not release this ticket.',
      ],
      ['of another’s, which they do not see', max, claimedBy(mia), 'not-found', 'There is no such ticket.'],
      ['when nobody has it', root, {}, 'conflict', 'Nobody has #42.'],
      ['once resolved', max, resolvedBy(max), 'conflict', '#42 is already resolved.'],
      ['once closed', root, closedBy(max), 'conflict', '#42 is already closed.'],
    ],
  )
})
