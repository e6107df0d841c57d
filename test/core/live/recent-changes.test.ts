import { expect, test } from 'vitest'
import { createRecentChanges } from '../../../core/live/recent-changes.ts'
import { ann, claimedBy, idLike, later, max, ticketOf } from '../../support/ticket-fixture.ts'

const open = ticketOf({ version: 1 })
const claimed = ticketOf({ ...claimedBy(max), version: 2, audienceBefore: open.audience })
const kept = 5 * 60

test('a version is noted once, and no older one after it', () => {
  const { note } = createRecentChanges()
  expect(note(claimed)).toMatchObject({ sequence: 1 })
  expect(note(claimed)).toBeNull()
  expect(note(open)).toBeNull()
})

test('a change says which keys the ticket has lost, known from before or stored with it', () => {
  const lost = new Map([['moderators', 1]])
  expect(createRecentChanges().note(claimed)?.lost).toEqual(lost)
  const { note } = createRecentChanges()
  note(open)
  expect(note({ ...claimed, audienceBefore: [] })?.lost).toEqual(new Map([['moderators', 2]]))
  expect(note({ ...claimed, version: 3 })?.lost).toEqual(new Map([['moderators', 2]]))
  expect(note({ ...open, version: 4 })?.lost).toEqual(new Map([[max._id, 4]]))
})

test('what changed since a place in the feed is the last change of each ticket', () => {
  const { note, since } = createRecentChanges()
  note(open)
  note(ticketOf({ _id: idLike('2') }))
  note(claimed)
  expect(since(0)?.map(({ ticket }) => [ticket._id, ticket.version])).toEqual([
    [idLike('2'), 1],
    [open._id, 2],
  ])
  expect(since(3)).toEqual([])
  expect(since(4)).toBeNull()
})

test('old changes are dropped, and a client that was away for so long can’t resume', () => {
  const { note, forget, since } = createRecentChanges()
  note(ticketOf({ _id: idLike('2'), updatedAt: later(0) }))
  note(ticketOf({ updatedAt: later(kept), requester: { id: ann._id, name: ann.name } }))
  forget(later(kept + 1).getTime())
  expect(since(0)).toBeNull()
  expect(since(1)).toHaveLength(1)
})

test('no more than 2,000 tickets are remembered', () => {
  const { note, forget, since } = createRecentChanges()
  for (let index = 0; index < 2_100; index++) note(ticketOf({ _id: `${index}`, updatedAt: later(0) }))
  forget(later(1).getTime())
  expect(since(99)).toBeNull()
  expect(since(100)).toHaveLength(2_000)
})
