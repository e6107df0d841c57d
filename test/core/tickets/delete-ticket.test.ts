import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { staleWriteWindowMs } from '../../../core/database/stale-write-window.ts'
import { newId } from '../../../core/ids.ts'
import { changeTicket } from '../../../core/tickets/change-ticket.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { deleteTicket } from '../../../core/tickets/delete-ticket.ts'
import { editTicket } from '../../../core/tickets/edit-ticket.ts'
import { openTicket } from '../../../core/tickets/open-ticket.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { remove } from '../../../core/tickets/transitions.ts'
import { catchUp } from '../../support/catch-up.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../../support/desk-in-process.ts'
import { maintainTicket } from '../../support/run-workflows.ts'
import { commentOf } from '../../support/ticket-fixture.ts'

let at: DeskInProcess
let [root, ann]: Known[] = []
let aheadMs = 0
let ticket: Ticket
const now = () => new Date(Date.now() + aheadMs)
const surface = 'web' as const
const secret = 'quartz'

beforeAll(async () => {
  at = await deskInProcess({ now })
  root = await at.somebody('admin')
  ann = await at.somebody('user')
})
afterAll(() => at.close())

beforeEach(async () => {
  aheadMs = 0
  const input = {
    title: `Printer ${secret}`,
    description: `The ${secret} burns.`,
    urgency: 'normal' as const,
  }
  ticket = (await openTicket(at.desk, actor(ann), { key: newId(), source: 'web', input })).ticket
  const said = { body: `More ${secret}`, visibility: 'public' as const }
  await addComment(at.desk, actor(ann), { ticket: ticket._id, surface, key: newId(), input: said })
  const tags = { version: 2, tags: [`For ${secret}`] }
  await editTicket(at.desk, actor(root), { id: ticket._id, surface, input: tags })
  await catchUp(at.database, at.desk, now)
})

const actor = (known: Known | undefined) => {
  if (!known) throw new Error('Nobody is there yet.')
  return known.user
}
const audited = () => at.desk.audit.list({ about: ticket._id, limit: 10 })

/** Whatever the database still says of the ticket. */
async function left() {
  const { tickets, comments, texts } = at.database
  const found = [
    await tickets.findById(ticket._id).lean(),
    await comments.find({ ticket: ticket._id }).lean(),
    await texts.find({ _id: { $regex: `^${ticket._id}` } }).lean(),
  ]
  return JSON.stringify(found)
}

/** The one write that deletes, and then the desk is gone. */
const dieWhileDeleting = () => {
  const origin = { surface, address: null, agent: null }
  return changeTicket(at.desk, ticket._id, remove({ actor: actor(root), surface, now: now(), origin }))
}

test('words, comments and what search knows are gone at once, and the audit log says who did it', async () => {
  expect(await left()).toContain(secret)
  await deleteTicket(at.desk, actor(root), { id: ticket._id, surface, address: '192.0.2.7' })
  expect(await left()).not.toContain(secret)
  expect(await audited()).toMatchObject([
    {
      action: 'ticket-deleted',
      actor: { id: actor(root)._id },
      about: { kind: 'ticket', name: `#${ticket.number}` },
      from: { surface: 'web', address: '192.0.2.7' },
    },
  ])
})

test('a desk that dies right after the deletion does the rest when it is back, the audit log included', async () => {
  await dieWhileDeleting()
  expect(await left()).toContain(secret)
  expect(await audited()).toEqual([])
  await expect(maintainTicket(at, ticket._id)).rejects.toThrow('may still be writing')
  expect(await left()).not.toContain(secret)
  expect(await audited()).toMatchObject([{ action: 'ticket-deleted', actor: { id: actor(root)._id } }])
})

test('what was written by somebody who had just seen it is gone, too, and nothing is told twice', async () => {
  await deleteTicket(at.desk, actor(root), { id: ticket._id, surface })
  await expect(maintainTicket(at, ticket._id)).rejects.toThrow('may still be writing')
  await at.desk.comments.insert(commentOf({ _id: newId(), ticket: ticket._id, body: `Late ${secret}` }))
  aheadMs = staleWriteWindowMs + 1
  await maintainTicket(at, ticket._id)
  expect(await left()).not.toContain(secret)
  expect(await audited()).toHaveLength(1)
  const kept = (await at.desk.tickets.find(ticket._id)) as Ticket
  expect(kept.outbox.filter(({ queue }) => queue === 'maintenance')).toEqual([])
})
