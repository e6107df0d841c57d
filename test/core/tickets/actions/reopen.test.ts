import { describe, expect, test } from 'vitest'
import { reopen } from '../../../../core/tickets/actions/reopen.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import type { Actor } from '../../../../core/users/user.ts'
import { by, changeOf, decisionOf, refuses } from '../../../support/decisions.ts'
import { ann, claimedBy, max, mia, root, setWaitingBy } from '../../../support/ticket-fixture.ts'

const resolved = (who: Actor): Partial<Ticket> => ({ ...claimedBy(who), status: 'resolved' })
const closed = (who: Actor): Partial<Ticket> => ({ ...claimedBy(who), status: 'closed' })
const act = (actor: Actor) => decisionOf(reopen, { ...by(actor), input: {} })

describe('reopen', () => {
  test.each<[string, Actor, Partial<Ticket>, string, string]>([
    ['theirs, that waits', max, setWaitingBy(max), 'in_progress', 'reopened'],
    ['their own resolved one, as its requester', ann, resolved(max), 'in_progress', 'reopened'],
    ['one that nobody has any more', root, { status: 'resolved' }, 'open', 'reopened'],
  ])('%s', (_case, actor, more, status, action) => {
    const change = changeOf(act(actor), more)
    expect(change.set.status).toBe(status)
    expect(change.history.map((line) => line.action)).toEqual([action])
    expect(change.effects).toEqual(expect.arrayContaining([{ queue: 'slack', kind: 'card' }]))
  })

  refuses(act, [
    ['it is open', root, {}, 'conflict', '#42 is already open.'],
    ['it is closed', root, closed(max), 'conflict', '#42 is closed and can’t be reopened.'],
    ['it is another’s', mia, resolved(max), 'not-found', 'There is no such ticket.'],
  ])
})
