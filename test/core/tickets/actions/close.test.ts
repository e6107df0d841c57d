import { describe, expect, test } from 'vitest'
import { close } from '../../../../core/tickets/actions/close.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import type { Actor } from '../../../../core/users/user.ts'
import { by, changeOf, decisionOf, refuses } from '../../../support/decisions.ts'
import { ann, claimedBy, max, root } from '../../../support/ticket-fixture.ts'

const resolved = (who: Actor): Partial<Ticket> => ({ ...claimedBy(who), status: 'resolved' })
const closed = (who: Actor): Partial<Ticket> => ({ ...claimedBy(who), status: 'closed' })
const act = (actor: Actor) => decisionOf(close, { ...by(actor), input: {} })

describe('close', () => {
  test.each<[string, Actor, Partial<Ticket>, string, string]>([
    ['what they resolved', max, resolved(max), 'closed', 'closed'],
    ['their own resolved one, as its requester', ann, resolved(max), 'closed', 'closed'],
  ])('%s', (_case, actor, more, status, action) => {
    const change = changeOf(act(actor), more)
    expect(change.set.status).toBe(status)
    expect(change.history.map((line) => line.action)).toEqual([action])
    expect(change.effects).toEqual(expect.arrayContaining([{ queue: 'slack', kind: 'card' }]))
  })

  refuses(act, [
    ['it is not resolved', max, claimedBy(max), 'conflict', '#42 is not resolved yet.'],
    ['it is closed', root, closed(max), 'conflict', '#42 is closed already.'],
  ])
})
