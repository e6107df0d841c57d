import { describe, expect, test } from 'vitest'
import { assign } from '../../../core/tickets/assign.ts'
import type { Decide } from '../../../core/tickets/change.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { close, reopen, wait } from '../../../core/tickets/wait-and-reopen.ts'
import { type Actor, personOf } from '../../../core/users/user.ts'
import { ann, claimedBy, max, mia, monday, root, ticketOf } from '../../support/ticket-fixture.ts'

const by = (actor: Actor) => ({ actor, surface: 'web' as const, now: monday })
const waiting = (who: Actor): Partial<Ticket> => ({ ...claimedBy(who), status: 'waiting' })
const resolved = (who: Actor): Partial<Ticket> => ({ ...claimedBy(who), status: 'resolved' })
const closed = (who: Actor): Partial<Ticket> => ({ ...claimedBy(who), status: 'closed' })

const transitions: Record<string, (actor: Actor) => Decide> = {
  wait: (actor) => wait(by(actor)),
  reopen: (actor) => reopen(by(actor)),
  close: (actor) => close(by(actor)),
  'assign to Mia': (actor) => assign({ ...by(actor), to: personOf(mia) }),
}
type Name = keyof typeof transitions

describe('goes', () => {
  test.each<[Name, string, Actor, Partial<Ticket>, string, string]>([
    ['wait', 'what they claimed', max, claimedBy(max), 'waiting', 'set waiting'],
    ['wait', 'another’s, as an admin', root, claimedBy(max), 'waiting', 'set waiting'],
    ['reopen', 'theirs, that waits', max, waiting(max), 'in_progress', 'reopened'],
    ['reopen', 'their own resolved one, as its requester', ann, resolved(max), 'in_progress', 'reopened'],
    ['reopen', 'one that nobody has any more', root, { status: 'resolved' }, 'open', 'reopened'],
    ['close', 'what they resolved', max, resolved(max), 'closed', 'closed'],
    ['close', 'their own resolved one, as its requester', ann, resolved(max), 'closed', 'closed'],
    ['assign to Mia', 'an unclaimed one, as an admin', root, {}, 'open', 'assigned'],
    ['assign to Mia', 'one that Max has claimed, as an admin', root, claimedBy(max), 'open', 'assigned'],
  ])('%s: %s', (name, _case, actor, more, status, action) => {
    const change = transitions[name]?.(actor)(ticketOf(more))
    expect(change?.set.status).toBe(status)
    expect(change?.history.map((line) => line.action)).toEqual([action])
    expect(change?.effects).toEqual(expect.arrayContaining([{ queue: 'slack', kind: 'card' }]))
  })
})

describe('is refused', () => {
  test.each<[Name, string, Actor, Partial<Ticket>, string, string]>([
    ['wait', 'its requester', ann, claimedBy(max), 'forbidden', 'You may not set aside this ticket.'],
    ['wait', 'nobody has claimed it', root, {}, 'conflict', 'Nobody has claimed #42: claim it first.'],
    ['wait', 'it waits', max, waiting(max), 'conflict', '#42 is waiting already.'],
    ['reopen', 'it is open', root, {}, 'conflict', '#42 is open already.'],
    ['reopen', 'it is closed', root, closed(max), 'conflict', '#42 is closed for good.'],
    ['reopen', 'it is another’s', mia, resolved(max), 'not-found', 'There is no such ticket.'],
    ['close', 'it is not resolved', max, claimedBy(max), 'conflict', '#42 is not resolved yet.'],
    ['close', 'it is closed', root, closed(max), 'conflict', '#42 is closed already.'],
    ['assign to Mia', 'a moderator', max, {}, 'forbidden', 'You may not assign this ticket.'],
    ['assign to Mia', 'it is hers', root, claimedBy(mia), 'conflict', 'Mia Fox has #42 already.'],
    ['assign to Mia', 'it is resolved', root, resolved(max), 'conflict', '#42 is already resolved.'],
  ])('%s: %s', (name, _case, actor, more, kind, message) => {
    expect(() => transitions[name]?.(actor)(ticketOf(more))).toThrow(
      expect.objectContaining({ kind, message }),
    )
  })
})

test('an assignment out of another’s hands tells both', () => {
  const change = assign({ ...by(root), to: personOf(mia) })(ticketOf(claimedBy(max)))
  const told = change?.effects.flatMap((owed) =>
    owed.about ? [`${owed.about} ${owed.queue} ${owed.to}`] : [],
  )
  expect(told).toEqual(
    [
      ['assigned', mia],
      ['taken-over', max],
    ].flatMap(([about, who]) =>
      ['slack', 'discord', 'mail'].map((queue) => `${about} ${queue} ${(who as Actor)._id}`),
    ),
  )
})
