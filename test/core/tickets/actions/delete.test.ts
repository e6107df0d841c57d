import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { staleWriteWindowMs } from '../../../../core/database/stale-write-window.ts'
import { newId } from '../../../../core/ids.ts'
import { deleteTicket } from '../../../../core/tickets/actions/delete.ts'
import { edit } from '../../../../core/tickets/actions/edit.ts'
import { perform } from '../../../../core/tickets/actions/perform.ts'
import { changeTicket } from '../../../../core/tickets/change-ticket.ts'
import { addComment } from '../../../../core/tickets/comments/add-comment.ts'
import { openTicket } from '../../../../core/tickets/open-ticket.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { catchUp } from '../../../support/catch-up.ts'
import { by, cards, changeOf, decisionOf, inShort, lines, refuses } from '../../../support/decisions.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../../../support/desk-in-process.ts'
import { duplicateOf } from '../../../support/duplicate-fixture.ts'
import { maintainTicket } from '../../../support/run-workflows.ts'
import {
  ann,
  answered,
  bob,
  claimedBy,
  commentOf,
  max,
  resolvedBy,
  root,
  ticketOf,
} from '../../../support/ticket-fixture.ts'

const deleting = (actor: Actor) => decisionOf(deleteTicket, { ...by(actor), input: {} }, [])

describe('delete', () => {
  test('leaves number and history, and none of its words', () => {
    const change = changeOf(deleting(root), {
      ...resolvedBy(max),
      tags: ['Acme'],
      triage: { ...ticketOf().triage, reasons: ['Acme'] },
      summary: 'Fire',
      notes: 'Water',
      fields: [answered('Serial number', 'SN-1')],
    })
    expect(change.set).toEqual({
      deleted: true,
      status: 'closed',
      title: 'Deleted ticket',
      description: 'Deleted.',
      summary: null,
      notes: null,
      tags: [],
      fields: [],
      triage: ticketOf().triage,
      resolution: null,
    })
    expect(lines(change)).toEqual([['Root Roe', 'deleted', undefined]])
    expect(inShort(change.effects)).toEqual([...cards, 'maintenance record', 'maintenance erase'])
    expect(
      change.effects.flatMap((effect) => (effect.kind === 'record' ? [effect.event] : [])),
    ).toMatchObject([
      {
        actor: personOf(root),
        action: 'ticket-deleted',
        about: { kind: 'ticket', name: '#42' },
      },
    ])
  })

  test('lets its duplicates go', () => {
    const decided = decisionOf(deleteTicket, { ...by(root), input: {} }, [ticketOf(duplicateOf())])
    const change = changeOf(decided, { watchers: [{ ...personOf(bob), because: 'duplicate' }] })
    expect(change.set.watchers).toEqual([])
    expect(change.effects).toContainEqual({
      queue: 'maintenance',
      kind: 'sync-duplicate',
      other: ticketOf()._id,
    })
  })

  refuses(
    (actor) => deleting(actor),
    [
      ['to its requester', ann, {}, 'forbidden', 'You may not delete this ticket.'],
      ['to who has it', max, claimedBy(max), 'forbidden', 'You may not delete this ticket.'],
      ['to a stranger', bob, {}, 'not-found', 'There is no such ticket.'],
      ['twice', root, { deleted: true }, 'not-found', 'There is no such ticket.'],
    ],
  )
})

let at: DeskInProcess
let [admin, requester]: Known[] = []
let aheadMs = 0
let ticket: Ticket
const now = () => new Date(Date.now() + aheadMs)
const surface = 'web' as const
const secret = 'quartz'

beforeAll(async () => {
  at = await deskInProcess({ now })
  admin = await at.somebody('admin')
  requester = await at.somebody('user')
})
afterAll(() => at.close())

beforeEach(async () => {
  aheadMs = 0
  const input = {
    title: `Printer ${secret}`,
    description: `The ${secret} burns.`,
    urgency: 'normal' as const,
  }
  ticket = (await openTicket(at.desk, actor(requester), { key: newId(), source: 'web', input })).ticket
  const said = { body: `More ${secret}`, visibility: 'public' as const }
  await addComment(at.desk, actor(requester), { ticket: ticket._id, surface, key: newId(), input: said })
  const tags = { version: 2, tags: [`For ${secret}`] }
  await perform(at.desk, actor(admin), edit, { id: ticket._id, surface, input: tags })
  await catchUp(at.database, at.desk, now)
})

const actor = (known: Known | undefined) => {
  if (!known) throw new Error('Nobody is there yet.')
  return known.user
}
const removeAs = (known: Known | undefined, address?: string) =>
  perform(at.desk, actor(known), deleteTicket, {
    id: ticket._id,
    surface,
    input: {},
    ...(address ? { address } : {}),
  })
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
const dieWhileDeleting = () => changeTicket(at.desk, ticket._id, deleting(actor(admin)))

test('words, comments and what search knows are gone at once, and the audit log says who did it', async () => {
  expect(await left()).toContain(secret)
  await removeAs(admin, '192.0.2.7')
  expect(await left()).not.toContain(secret)
  expect(await audited()).toMatchObject([
    {
      action: 'ticket-deleted',
      actor: { id: actor(admin)._id },
      about: { kind: 'ticket', name: `#${ticket.number}` },
      from: { surface: 'web', address: '192.0.2.7' },
    },
  ])
})

test('a desk that dies right after the deletion does the rest when it is back, the audit log included', async () => {
  await dieWhileDeleting()
  expect(await left()).toContain(secret)
  expect(await audited()).toEqual([])
  await expect(maintainTicket(at, ticket._id)).rejects.toThrow('may still commit')
  expect(await left()).not.toContain(secret)
  expect(await audited()).toMatchObject([{ action: 'ticket-deleted', actor: { id: actor(admin)._id } }])
})

test('what was written by somebody who had just seen it is gone, too, and nothing is told twice', async () => {
  await removeAs(admin)
  await expect(maintainTicket(at, ticket._id)).rejects.toThrow('may still commit')
  await at.desk.comments.insert(commentOf({ _id: newId(), ticket: ticket._id, body: `Late ${secret}` }))
  aheadMs = staleWriteWindowMs + 1
  await maintainTicket(at, ticket._id)
  expect(await left()).not.toContain(secret)
  expect(await audited()).toHaveLength(1)
  const kept = (await at.desk.tickets.find(ticket._id)) as Ticket
  expect(kept.outbox.filter(({ queue }) => queue === 'maintenance')).toEqual([])
})
