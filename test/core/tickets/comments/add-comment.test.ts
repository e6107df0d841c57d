import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../core/ids.ts'
import { deleteTicket } from '../../../../core/tickets/actions/delete.ts'
import { perform } from '../../../../core/tickets/actions/perform.ts'
import { addComment } from '../../../../core/tickets/comments/add-comment.ts'
import { listComments } from '../../../../core/tickets/read-tickets.ts'
import type { NewTicket } from '../../../../core/tickets/store/ticket-store.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'
import {
  ann,
  bob,
  claimedBy,
  max,
  mia,
  newTicketOf,
  resolvedBy,
  root,
} from '../../../support/ticket-fixture.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

const file = async (more: Partial<NewTicket> = {}) =>
  (await at.desk.tickets.insert(newTicketOf({ _id: newId(), number: await at.desk.nextNumber(), ...more })))
    .ticket._id
const inSlack = (ticket: string, body = 'It still burns.') => ({
  ticket,
  surface: 'slack' as const,
  key: `slack:D1:${body}:${ticket}`,
  message: '1.2',
  input: { body, visibility: 'public' as const },
})
const psst = (ticket: string) => ({
  ticket,
  surface: 'web' as const,
  key: newId(),
  input: { body: 'Psst.', visibility: 'internal' as const },
})

test('is stored with who said it, where, and which message says it', async () => {
  const ticket = await file()
  const comment = await addComment(at.desk, ann, inSlack(ticket))
  expect(await at.desk.comments.find(comment._id)).toMatchObject({
    ticket,
    author: { id: ann._id, name: 'Ann Lee' },
    fromRequester: true,
    surface: 'slack',
    relayed: { slack: '1.2' },
  })
  expect((await at.desk.tickets.find(ticket))?.history.at(-1)).toMatchObject({
    action: 'commented',
    comment: comment._id,
  })
})

test('a moderator’s is not the requester’s', async () => {
  const ticket = await file(claimedBy(max))
  expect(await addComment(at.desk, max, inSlack(ticket))).toMatchObject({ fromRequester: false })
})

test('delivered four times at once is one comment, one line, one relay', async () => {
  const ticket = await file()
  await Promise.all(Array.from({ length: 4 }, () => addComment(at.desk, ann, inSlack(ticket))))
  const after = await at.desk.tickets.find(ticket)
  expect(after?.history.map(({ action }) => action)).toEqual(['opened', 'commented'])
  expect(after?.outbox.map(({ kind, queue }) => `${kind} ${queue}`)).toEqual([
    'comment slackModerators',
    'comment discord',
  ])
  expect(await listComments(at.desk, ann, { ticket, limit: 10 })).toHaveLength(1)
})

test('reopens a resolved ticket', async () => {
  const ticket = await file(resolvedBy(max))
  await addComment(at.desk, ann, inSlack(ticket))
  expect(await at.desk.tickets.find(ticket)).toMatchObject({ status: 'in_progress', resolution: null })
})

describe('is refused, and nothing is stored,', () => {
  test('to who does not see the ticket', async () => {
    const ticket = await file(claimedBy(mia))
    for (const stranger of [bob, max])
      await expect(addComment(at.desk, stranger, inSlack(ticket))).rejects.toMatchObject({
        kind: 'not-found',
      })
    expect(await listComments(at.desk, root, { ticket, limit: 10 })).toEqual([])
  })

  test('to a user’s internal note', async () => {
    const ticket = await file()
    await expect(addComment(at.desk, ann, psst(ticket))).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await listComments(at.desk, root, { ticket, limit: 10 })).toEqual([])
  })

  test('on no ticket', async () => {
    await expect(addComment(at.desk, ann, inSlack(newId()))).rejects.toMatchObject({ kind: 'not-found' })
  })
})

test('what was said is gone with its ticket', async () => {
  const ticket = await file()
  await addComment(at.desk, max, psst(ticket))
  await perform(at.desk, root, deleteTicket, { id: ticket, surface: 'web', input: {} })
  expect(await at.database.comments.countDocuments({ ticket })).toBe(0)
})
