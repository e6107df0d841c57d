import { expect, test } from 'vitest'
import { actionsFor } from '../../../../core/tickets/actions/button-actions.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import type { Actor } from '../../../../core/users/user.ts'
import {
  ann,
  assignedTo,
  claimedBy,
  max,
  mia,
  resolvedBy,
  root,
  ticketOf,
} from '../../../support/ticket-fixture.ts'

const waiting = { ...claimedBy(max), status: 'waiting' as const }

test.each<[string, Actor, Partial<Ticket>, string[]]>([
  ['any moderator, in the queue', mia, assignedTo(max), ['claim']],
  ['its requester, in the queue', ann, {}, []],
  ['its assignee, claimed', max, claimedBy(max), ['release', 'wait', 'resolve']],
  ['an admin, claimed by another', root, claimedBy(max), ['release', 'wait', 'resolve']],
  ['another moderator, claimed', mia, claimedBy(max), []],
  ['its requester, claimed', ann, claimedBy(max), ['resolve']],
  ['its assignee, waiting', max, waiting, ['release', 'reopen', 'resolve']],
  ['its assignee, resolved', max, resolvedBy(max), ['reopen']],
  ['its assignee, closed', max, { ...resolvedBy(max), status: 'closed' }, []],
  ['an admin, deleted', root, { ...claimedBy(max), deleted: true }, []],
])('the buttons for %s', (_, actor, state, names) => {
  expect(actionsFor(actor, ticketOf(state)).map(({ name }) => name)).toEqual(names)
})
