import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../core/ids.ts'
import { RetryLater } from '../../../../core/provider-errors.ts'
import { deleteTicket } from '../../../../core/tickets/actions/delete.ts'
import { markDuplicate } from '../../../../core/tickets/actions/mark-duplicate.ts'
import { perform } from '../../../../core/tickets/actions/perform.ts'
import { resolve } from '../../../../core/tickets/actions/resolve.ts'
import { unmarkDuplicate } from '../../../../core/tickets/actions/unmark-duplicate.ts'
import { unwatch } from '../../../../core/tickets/actions/unwatch.ts'
import { changeTicket } from '../../../../core/tickets/change-ticket.ts'
import { addComment } from '../../../../core/tickets/comments/add-comment.ts'
import { followDuplicates } from '../../../../core/tickets/duplicates/sync-duplicates.ts'
import { listComments, readTicket } from '../../../../core/tickets/read-tickets.ts'
import type { NewTicket } from '../../../../core/tickets/store/ticket-store.ts'
import { type Duplicate, maxWatchers, type Ticket } from '../../../../core/tickets/ticket.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { by, changeOf, decisionOf } from '../../../support/decisions.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'
import { duplicateOf } from '../../../support/duplicate-fixture.ts'
import { maintainTicket } from '../../../support/run-workflows.ts'
import {
  ann,
  bob,
  claimedBy,
  idLike,
  max,
  mia,
  monday,
  newTicketOf,
  root,
  ticketOf,
} from '../../../support/ticket-fixture.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

const surface = 'web' as const
async function file(more: Partial<NewTicket> = {}) {
  const fresh = newTicketOf({ _id: newId(), number: await at.desk.nextNumber(), ...more })
  return (await at.desk.tickets.insert(fresh)).ticket
}
const byBob = () => file({ requester: personOf(bob) })
const find = async (id: string) => {
  const found = await at.desk.tickets.find(id)
  if (!found) throw new Error(`There is no ticket ${id}.`)
  return found
}
const mark = (id: string, of: string | number, actor = max) =>
  perform(at.desk, actor, markDuplicate, { id, surface, input: { of } })
const undo = (id: string, actor = max) => perform(at.desk, actor, unmarkDuplicate, { id, surface, input: {} })
const duplicatesOf = async (id: string) => (await at.desk.tickets.duplicatesOf(id)).map(({ _id }) => _id)
/** What the workers would do with both, until nothing is pending but what has to wait. */
async function settle(...ids: string[]) {
  for (const id of [...ids, ...ids]) await maintainTicket(at, id).catch(expectLater)
}
const expectLater = (error: unknown) => expect(error).toBeInstanceOf(RetryLater)

test('the requester of the duplicate sees the public side of the original and is told when it is resolved', async () => {
  const [original, duplicate] = [await file(), await byBob()]
  await expect(readTicket(at.desk, bob, original._id)).rejects.toThrow('no such ticket')
  const marked = await mark(duplicate._id, original.number)
  expect(marked).toMatchObject({ status: 'resolved', duplicateOf: { id: original._id } })
  const say = (visibility: 'public' | 'internal') =>
    addComment(at.desk, max, {
      ticket: original._id,
      surface,
      key: newId(),
      input: { body: visibility, visibility },
    })
  await say('public')
  await say('internal')
  const seen = await listComments(at.desk, bob, { ticket: original._id, limit: 10 })
  expect(seen.map(({ body }) => body)).toEqual(['public'])
  const done = await perform(at.desk, max, resolve, {
    ...{ id: original._id, surface },
    input: { resolution: 'Put it out.' },
  })
  expect(done.outbox).toContainEqual(
    expect.objectContaining({ to: bob._id, topic: 'resolved', queue: 'mail' }),
  )
})

test('once unmarked, it is as before, and its requester no longer sees the original', async () => {
  const [original, duplicate] = [await file(), await byBob()]
  await mark(duplicate._id, original._id)
  await undo(duplicate._id)
  expect(await find(duplicate._id)).toMatchObject({ status: 'open', assignee: null, duplicateOf: null })
  expect(await duplicatesOf(original._id)).toEqual([])
  expect((await find(original._id)).watchers).toEqual([])
  await expect(readTicket(at.desk, bob, original._id)).rejects.toThrow('no such ticket')
})

test('a duplicate of a duplicate is one of the original', async () => {
  const [original, first, second] = [await file(), await byBob(), await byBob()]
  await mark(first._id, original._id)
  expect((await mark(second._id, first._id)).duplicateOf?.id).toBe(original._id)
  expect(await duplicatesOf(original._id)).toEqual([first._id, second._id])
  expect((await find(original._id)).watchers).toHaveLength(1)
})

describe('is refused', () => {
  test('of itself, and of its own duplicate', async () => {
    const [original, duplicate] = [await file(), await byBob()]
    await expect(mark(original._id, original._id)).rejects.toThrow('can’t be a duplicate of itself')
    await mark(duplicate._id, original._id)
    await expect(mark(original._id, duplicate._id)).rejects.toThrow('undo that first')
  })

  test('of what the marker does not see: nobody gets into another’s ticket that way', async () => {
    const [theirs, own] = [await file(claimedBy(mia)), await file({ requester: personOf(max) })]
    await expect(mark(own._id, theirs.number)).rejects.toThrow('There is no such ticket.')
    await expect(mark(own._id, 999_999)).rejects.toThrow('There is no such ticket.')
    expect((await find(own._id)).version).toBe(1)
  })

  test('to its requester', async () => {
    const [original, duplicate] = [await file(), await byBob()]
    await expect(mark(duplicate._id, original._id, bob)).rejects.toThrow('You may not mark duplicates')
  })
})

describe('when the desk dies right after a ticket was marked', () => {
  /** The one write that marks, and then the desk is gone. */
  const dieWhileMarking = async (duplicate: string, original: Ticket) => {
    const prepared = { original, own: [], others: [] }
    await changeTicket(
      at.desk,
      duplicate,
      decisionOf(markDuplicate, { ...by(max), input: { of: original._id } }, prepared),
    )
  }

  test('the requester follows the original when it is back, once', async () => {
    const [original, duplicate] = [await file(), await byBob()]
    await dieWhileMarking(duplicate._id, original)
    expect((await find(original._id)).watchers).toBeUndefined()
    await settle(original._id, duplicate._id)
    const healed = await find(original._id)
    expect(healed.watchers).toEqual([{ ...personOf(bob), because: 'duplicate' }])
    expect(healed.history.map(({ action }) => action)).toEqual(['opened', 'got duplicate'])
    expect(healed.history.at(-1)).toMatchObject({ by: personOf(max), surface, note: `#${duplicate.number}` })
    expect((await find(duplicate._id)).outbox.filter(({ queue }) => queue === 'maintenance')).toEqual([])
  })

  test('and the original has become a duplicate meanwhile: the ticket is unmarked', async () => {
    const [original, duplicate, third] = [await file(), await byBob(), await file()]
    await dieWhileMarking(original._id, third)
    await dieWhileMarking(duplicate._id, original)
    await settle(original._id, duplicate._id)
    expect(await find(duplicate._id)).toMatchObject({ status: 'open', duplicateOf: null })
    expect((await find(duplicate._id)).history.at(-1)).toMatchObject({
      by: null,
      action: 'unmarked duplicate',
    })
    expect(await duplicatesOf(third._id)).toEqual([original._id])
  })

  test('what was unmarked stays unmarked when the sync runs again', async () => {
    const [original, duplicate] = [await file(), await byBob()]
    await mark(duplicate._id, original._id)
    await undo(duplicate._id)
    await maintainTicket(at, original._id)
    await maintainTicket(at, duplicate._id)
    expect(await find(duplicate._id)).toMatchObject({ status: 'open', duplicateOf: null })
    expect(await duplicatesOf(original._id)).toEqual([])
  })

  test('and the ticket is unmarked and marked anew: a late sync keeps the new mark', async () => {
    const [original, duplicate] = [await file(), await byBob()]
    await mark(duplicate._id, original._id)
    await undo(duplicate._id)
    await mark(duplicate._id, original._id)
    await settle(original._id, duplicate._id)
    expect(await duplicatesOf(original._id)).toHaveLength(1)
    expect((await find(original._id)).watchers).toMatchObject([{ id: bob._id }])
    expect(await find(duplicate._id)).toMatchObject({ status: 'resolved', duplicateOf: { id: original._id } })
  })
})

test('two tickets marked as each other’s duplicates at once: never both', async () => {
  for (let round = 0; round < 5; round++) {
    const [one, other] = [await file(), await byBob()]
    await Promise.allSettled([mark(one._id, other._id), mark(other._id, one._id)])
    await settle(one._id, other._id)
    const [first, second] = [await find(one._id), await find(other._id)]
    expect([first, second].filter(({ duplicateOf }) => duplicateOf).length).toBeLessThan(2)
    const [ofFirst, ofSecond] = [await duplicatesOf(first._id), await duplicatesOf(second._id)]
    expect(Boolean(first.duplicateOf) && ofFirst.length > 0).toBe(false)
    expect(Boolean(second.duplicateOf) && ofSecond.length > 0).toBe(false)
    expect(ofFirst.length).toBe(second.duplicateOf ? 1 : 0)
    expect(ofSecond.length).toBe(first.duplicateOf ? 1 : 0)
  }
})

test('duplicates of a deleted original become independent', async () => {
  const [original, duplicate] = [await file(), await byBob()]
  await mark(duplicate._id, original._id)
  await perform(at.desk, root, deleteTicket, { id: original._id, surface, input: {} })
  await settle(original._id, duplicate._id)
  expect(await find(duplicate._id)).toMatchObject({
    status: 'open',
    duplicateOf: null,
    requester: personOf(bob),
  })
})

test('a duplicate by the same requester adds no follower', async () => {
  const [original, duplicate] = [await file(), await file()]
  await mark(duplicate._id, original._id)
  expect((await find(original._id)).watchers).toEqual([])
  expect((await find(original._id)).audience).toContain(ann._id)
})

test('three tickets marked in a row at once: no chain', async () => {
  for (let round = 0; round < 5; round++) {
    const [one, two, three] = [await file(), await byBob(), await file()]
    await Promise.allSettled([mark(one._id, two._id), mark(two._id, three._id)])
    await settle(one._id, two._id, three._id)
    const middle = await find(two._id)
    expect(Boolean(middle.duplicateOf) && (await duplicatesOf(two._id)).length > 0).toBe(false)
  }
})

test('somebody who stopped following the original is not added again', async () => {
  const [original, duplicate] = [await file(), await byBob()]
  await mark(duplicate._id, original._id)
  await perform(at.desk, bob, unwatch, { id: original._id, surface, input: { user: bob._id } })
  await settle(original._id, duplicate._id)
  expect((await find(original._id)).watchers).toEqual([])
})

describe('the followers of an original', () => {
  const because = (person: Actor) => ({ ...personOf(person), because: 'duplicate' as const })
  const crowd = Array.from({ length: maxWatchers }, (_, index) => ({ id: `${index}`, name: `W${index}` }))
  const duplicate = (number: number, more: Partial<Ticket> = {}): Duplicate =>
    ticketOf({ number, requester: personOf(bob), ...duplicateOf(), ...more })
  const original = (more: Partial<Ticket> = {}) => ({ _id: idLike('9'), number: 9, ...more })
  const got = (number: number) => ({
    at: monday,
    by: personOf(max),
    surface: 'web' as const,
    action: 'got duplicate' as const,
    note: `#${number}`,
  })

  test('are the people of its duplicates, and its history names each duplicate', () => {
    const duplicates = [duplicate(42, { watchers: [personOf(mia), personOf(ann)] })]
    const change = changeOf(followDuplicates(duplicates), original())
    expect(change.set).toEqual({ watchers: [because(bob), because(mia)] })
    expect(change.history).toEqual([
      { by: personOf(max), surface: 'web', action: 'got duplicate', note: '#42' },
    ])
    expect(change.effects).toEqual([
      { queue: 'slackModerators', kind: 'card' },
      { queue: 'discord', kind: 'card' },
    ])
  })

  test('come as far as the limit allows, the requester first', () => {
    const full = original({ watchers: crowd.slice(1) })
    const { set } = changeOf(followDuplicates([duplicate(42, { watchers: [personOf(mia)] })]), full)
    expect(set.watchers?.at(-1)).toEqual(because(bob))
    expect(set.watchers).toHaveLength(maxWatchers)
  })

  test('go with their duplicate, unless they have another one there or chose to watch', () => {
    const more = original({
      history: [got(42), got(7)],
      watchers: [because(bob), because(mia), personOf(max)],
    })
    const change = changeOf(followDuplicates([duplicate(7, { requester: personOf(mia) })]), more)
    expect(change.set.watchers).toEqual([because(mia), personOf(max)])
    expect(change.history).toMatchObject([{ by: null, action: 'lost duplicate', note: '#42' }])
  })

  test.each<[string, Partial<Ticket>]>([
    ['everything is noted', { history: [got(42)] }],
    ['it is deleted', { deleted: true }],
    ['it is a duplicate itself', duplicateOf()],
  ])('stay as they are when %s', (_name, more) => {
    expect(followDuplicates([duplicate(42)])(ticketOf(original(more)))).toBeNull()
  })
})
