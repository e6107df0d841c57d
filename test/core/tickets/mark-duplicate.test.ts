import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { RetryLater } from '../../../core/provider-errors.ts'
import { changeTicket } from '../../../core/tickets/change-ticket.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { deleteTicket } from '../../../core/tickets/delete-ticket.ts'
import { gainDuplicate } from '../../../core/tickets/duplicates.ts'
import { markDuplicate, undoMarking } from '../../../core/tickets/mark-duplicate.ts'
import { listComments, readTicket } from '../../../core/tickets/read-tickets.ts'
import { resolveTicket } from '../../../core/tickets/resolve-ticket.ts'
import type { NewTicket } from '../../../core/tickets/ticket-store.ts'
import { personOf } from '../../../core/users/user.ts'
import { type DeskInProcess, deskInProcess } from '../../support/desk-in-process.ts'
import { maintainTicket } from '../../support/run-workflows.ts'
import { ann, bob, claimedBy, max, mia, newTicketOf, root } from '../../support/ticket-fixture.ts'

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
  markDuplicate(at.desk, actor, { id, surface, of })
const undo = (id: string, actor = max) => undoMarking(at.desk, actor, { id, surface })
/** What the workers would do with both, until nothing is owed but what has to wait. */
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
  const done = await resolveTicket(at.desk, max, { id: original._id, surface, resolution: 'Put it out.' })
  expect(done.outbox).toContainEqual(
    expect.objectContaining({ to: bob._id, about: 'resolved', queue: 'mail' }),
  )
})

test('undone, it is as before and its requester sees the original no more', async () => {
  const [original, duplicate] = [await file(), await byBob()]
  await mark(duplicate._id, original._id)
  await undo(duplicate._id)
  await settle(original._id, duplicate._id)
  expect(await find(duplicate._id)).toMatchObject({ status: 'open', assignee: null, duplicateOf: null })
  expect(await find(original._id)).toMatchObject({ duplicates: [], watchers: [] })
  await expect(readTicket(at.desk, bob, original._id)).rejects.toThrow('no such ticket')
})

test('a duplicate of a duplicate is one of the original', async () => {
  const [original, first, second] = [await file(), await byBob(), await byBob()]
  await mark(first._id, original._id)
  expect((await mark(second._id, first._id)).duplicateOf?.id).toBe(original._id)
  expect((await find(original._id)).duplicates?.map(({ id }) => id)).toEqual([first._id, second._id])
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

describe('when the desk dies between the two tickets', () => {
  const gained = async (original: string, duplicate: string, id = newId()) => {
    const act = { actor: max, surface, now: at.desk.now(), mark: id, duplicate: await find(duplicate) }
    await changeTicket(at.desk, original, gainDuplicate(act))
    return id
  }

  test('the original sees to it that the duplicate is settled, once', async () => {
    const [original, duplicate] = [await file(), await byBob()]
    await gained(original._id, duplicate._id)
    await settle(original._id, duplicate._id)
    const healed = await find(duplicate._id)
    expect(healed).toMatchObject({ status: 'resolved', duplicateOf: { id: original._id } })
    expect(healed.history.at(-1)).toMatchObject({ by: personOf(max), action: 'marked duplicate' })
    expect((await find(original._id)).outbox.filter(({ queue }) => queue === 'maintenance')).toEqual([])
  })

  test('and forgets it when it can’t become one any more', async () => {
    const [original, duplicate] = [await file(), await byBob()]
    await gained(original._id, duplicate._id)
    await resolveTicket(at.desk, max, { id: duplicate._id, surface, resolution: 'Done.' })
    await settle(original._id, duplicate._id)
    expect(await find(original._id)).toMatchObject({ duplicates: [], watchers: [] })
    expect((await find(duplicate._id)).duplicateOf).toBeUndefined()
  })

  test('what was undone before the first step was repeated stays undone', async () => {
    const [original, duplicate] = [await file(), await byBob()]
    await mark(duplicate._id, original._id)
    await undo(duplicate._id)
    await maintainTicket(at, original._id)
    await maintainTicket(at, duplicate._id)
    expect(await find(duplicate._id)).toMatchObject({ status: 'open', duplicateOf: null })
    expect(await find(original._id)).toMatchObject({ duplicates: [] })
  })

  test('undone and marked anew: the late undoing takes away only what it undoes', async () => {
    const [original, duplicate] = [await file(), await byBob()]
    await mark(duplicate._id, original._id)
    await undo(duplicate._id)
    await mark(duplicate._id, original._id)
    await settle(original._id, duplicate._id)
    expect((await find(original._id)).duplicates).toHaveLength(1)
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
    for (const ticket of [first, second])
      expect(Boolean(ticket.duplicateOf) && (ticket.duplicates ?? []).length > 0).toBe(false)
    expect((first.duplicates ?? []).length).toBe(second.duplicateOf ? 1 : 0)
    expect((second.duplicates ?? []).length).toBe(first.duplicateOf ? 1 : 0)
  }
})

test('the original deleted, its duplicates go on by themselves', async () => {
  const [original, duplicate] = [await file(), await byBob()]
  await mark(duplicate._id, original._id)
  await deleteTicket(at.desk, root, { id: original._id, surface })
  await settle(original._id, duplicate._id)
  expect(await find(duplicate._id)).toMatchObject({
    status: 'open',
    duplicateOf: null,
    requester: personOf(bob),
  })
})

test('one’s own second ticket brings nobody new', async () => {
  const [original, duplicate] = [await file(), await file()]
  await mark(duplicate._id, original._id)
  expect((await find(original._id)).watchers).toEqual([])
  expect((await find(original._id)).audience).toContain(ann._id)
})
