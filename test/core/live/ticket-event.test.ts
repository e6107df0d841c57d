import { expect, test } from 'vitest'
import { ticketEventFor } from '../../../core/live/ticket-event.ts'
import { claimedBy, max, ticketOf } from '../../support/ticket-fixture.ts'

const lostBy = (...keys: string[]) => new Map(keys.map((key) => [key, 2]))
const claimed = ticketOf({ ...claimedBy(max), version: 2 })
const deleted = ticketOf({ ...claimedBy(max), version: 2, audience: [] })
const reassigned = ticketOf({ ...claimedBy(max), version: 2, status: 'open', audience: [max._id] })

test.each([
  ['a moderator hears who has claimed it', claimed, ['mia', 'moderators'], { assignee: max.name }],
  ['a moderator hears no name for a deleted ticket', deleted, ['mia', 'moderators'], { assignee: null }],
  [
    'a moderator hears no name while nobody has claimed it',
    reassigned,
    ['mia', 'moderators'],
    { assignee: null },
  ],
  ['somebody who only watched it hears no name', claimed, ['uma'], {}],
])('%s', (_case, ticket, keys, more) => {
  const change = { ticket, sequence: 2, shownAt: 2, gained: new Map(), lost: lostBy(...keys) }
  const event = ticketEventFor(change, { keys, staff: keys.includes('moderators') }, 1)
  expect(event).toEqual({ event: 'gone', data: { id: ticket._id, ...more } })
})
