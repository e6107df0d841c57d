import { describe, expect, test } from 'vitest'
import { wait } from '../../../../core/tickets/actions/wait.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import type { Actor } from '../../../../core/users/user.ts'
import { by, changeOf, decisionOf, refuses } from '../../../support/decisions.ts'
import { ann, claimedBy, max, root, setWaitingBy } from '../../../support/ticket-fixture.ts'

const act = (actor: Actor) => decisionOf(wait, { ...by(actor), input: {} })

describe('wait', () => {
  test.each<[string, Actor, Partial<Ticket>, string, string]>([
    ['what they claimed', max, claimedBy(max), 'waiting', 'set waiting'],
    ['another’s, as an admin', root, claimedBy(max), 'waiting', 'set waiting'],
  ])('%s', (_case, actor, more, status, action) => {
    const change = changeOf(act(actor), more)
    expect(change.set.status).toBe(status)
    expect(change.history.map((line) => line.action)).toEqual([action])
    expect(change.effects).toEqual(expect.arrayContaining([{ queue: 'slack', kind: 'card' }]))
  })

  refuses(act, [
    ['its requester', ann, claimedBy(max), 'forbidden', 'You may not set aside this ticket.'],
    ['nobody has claimed it', root, {}, 'conflict', 'Nobody has claimed #42: claim it first.'],
    ['it waits', max, setWaitingBy(max), 'conflict', '#42 is waiting already.'],
  ])
})
