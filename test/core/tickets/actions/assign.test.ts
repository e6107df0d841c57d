import { describe, expect, test } from 'vitest'
import { assign } from '../../../../core/tickets/actions/assign.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { by, changeOf, decisionOf, inShort, isNotify, notifies, refuses } from '../../../support/decisions.ts'
import { claimedBy, max, mia, root } from '../../../support/ticket-fixture.ts'

const resolved = (who: Actor): Partial<Ticket> => ({ ...claimedBy(who), status: 'resolved' })
const act = (actor: Actor) =>
  decisionOf(assign, { ...by(actor), input: { assignee: mia._id } }, personOf(mia))

describe('assign', () => {
  test.each<[string, Actor, Partial<Ticket>, string, string]>([
    ['an unclaimed one, as an admin', root, {}, 'open', 'assigned'],
    ['one that Max has claimed, as an admin', root, claimedBy(max), 'open', 'assigned'],
    ['one that he has claimed, as Max', max, claimedBy(max), 'open', 'assigned'],
  ])('%s', (_case, actor, more, status, action) => {
    const change = changeOf(act(actor), more)
    expect(change.set.status).toBe(status)
    expect(change.history.map((line) => line.action)).toEqual([action])
    expect(change.effects).toEqual(expect.arrayContaining([{ queue: 'slack', kind: 'card' }]))
  })

  refuses(act, [
    ['a moderator who does not have it', max, {}, 'forbidden', 'You may not assign this ticket.'],
    ['it is hers', root, claimedBy(mia), 'conflict', 'Mia Fox has #42 already.'],
    ['it is resolved', root, resolved(max), 'conflict', '#42 is already resolved.'],
  ])

  test('handed over, it is the colleague who is notified', () => {
    const { effects } = changeOf(act(max), claimedBy(max))
    expect(inShort(effects.filter(isNotify))).toEqual(notifies('assigned', mia))
  })

  test('out of another’s hands notifies both', () => {
    const { effects } = changeOf(act(root), claimedBy(max))
    expect(inShort(effects.filter(isNotify))).toEqual([
      ...notifies('assigned', mia),
      ...notifies('taken-over', max),
    ])
  })
})
