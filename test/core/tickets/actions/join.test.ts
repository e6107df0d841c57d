import { describe, expect, test } from 'vitest'
import { join } from '../../../../core/tickets/actions/join.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { by, changeOf, decisionOf, refuses } from '../../../support/decisions.ts'
import {
  ann,
  assignedTo,
  bob,
  claimedBy,
  idLike,
  later,
  max,
  resolvedBy,
  root,
  ticketOf,
} from '../../../support/ticket-fixture.ts'

const original = ticketOf({ _id: idLike('9'), number: 9 })
const joining = (actor: Actor) =>
  decisionOf(join, { ...by(actor), input: { of: 9 } }, { original, own: [], others: [] })

describe('join', () => {
  test.each([
    ['an open one, which nobody gets', {}],
    ['an assigned one, which stays with whom it was given to', assignedTo(max)],
    ['a claimed one', claimedBy(max)],
  ])('%s', (_name, more) => {
    const change = changeOf(joining(ann), more)
    expect(change.set).toMatchObject({
      status: 'resolved',
      resolution: { text: 'Duplicate of #9.', by: personOf(ann), at: later(60) },
      duplicateOf: { number: 9 },
    })
    expect(change.set).not.toHaveProperty('assignee')
  })

  const verb = 'You may not mark duplicates with this ticket.'
  refuses(joining, [
    ['to a moderator, who has an action of their own', max, {}, 'forbidden', verb],
    ['to an admin', root, {}, 'forbidden', verb],
    ['to a stranger', bob, {}, 'not-found', 'There is no such ticket.'],
    ['once resolved', ann, resolvedBy(max), 'conflict', '#42 is already resolved.'],
  ])

  test.each([
    [
      'another’s, which they watch',
      { requester: personOf(bob), watchers: [personOf(ann)] },
      'Choose another ticket of your own.',
    ],
    ['one that they may not see', { requester: personOf(bob) }, 'There is no such ticket.'],
  ])('refuses %s as the original', async (_name, more, message) => {
    const desk = {
      tickets: {
        findByNumber: async () => ticketOf({ _id: idLike('9'), number: 9, ...more }),
        duplicatesOf: async () => [],
      },
    }
    const prepared = join.prepare?.(desk as never, ticketOf(), { ...by(ann), input: { of: 9 } })
    await expect(prepared).rejects.toThrow(expect.objectContaining({ kind: 'invalid', message }))
  })
})
