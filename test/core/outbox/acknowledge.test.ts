import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createScheduledStore } from '../../../core/notifications/scheduled/scheduled-store.ts'
import { type OutboxQueue, queues, type TicketEffect } from '../../../core/outbox/entry.ts'
import { createTicketStore, type TicketStore } from '../../../core/tickets/store/ticket-store.ts'
import { idLike, later, monday, newTicketOf } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()
let tickets: TicketStore
beforeAll(async () => {
  tickets = createTicketStore(database(), new Set<OutboxQueue>(queues), () => monday)
})
beforeEach(async () => {
  await database().tickets.deleteMany({})
})

const id = idLike('1')
const effects: TicketEffect[] = [
  { queue: 'triage', kind: 'triage' },
  { queue: 'slack', kind: 'card' },
  { queue: 'slack', kind: 'comment', comment: 'c1' },
]
const file = async () => (await tickets.insert(newTicketOf({ effects }))).ticket
const now = async () => {
  const ticket = await tickets.find(id)
  if (!ticket) throw new Error('no ticket')
  return ticket
}
const idsOf = async () => (await now()).outbox.map((entry) => entry.id)
const acknowledge = async (ids: string[], set = {}) =>
  tickets.outbox.acknowledge(
    id,
    [...(await now()).outbox, { id: 'nothing', at: monday, ...card }].filter((entry) =>
      ids.includes(entry.id),
    ),
    set,
  )
const card = { queue: 'slack', kind: 'card' } as const

describe('acknowledging', () => {
  test('takes out what was done and keeps the rest due', async () => {
    await file()
    await acknowledge([`${id}:1:1`])
    expect(await idsOf()).toEqual([`${id}:1:0`, `${id}:1:2`])
    expect(await now()).toMatchObject({ nextAttemptAt: later(20) })
  })

  test('the last one takes the due date with it', async () => {
    await file()
    await tickets.outbox.markSent([{ _id: id, attempts: 0, nextAttemptAt: later(20), queues: [] }], later(20))
    await acknowledge([`${id}:1:0`, `${id}:1:1`])
    expect(await now()).toMatchObject({ attempts: 1 })
    await acknowledge([`${id}:1:2`])
    expect(await now()).not.toHaveProperty('nextAttemptAt')
    expect(await now()).toMatchObject({ outbox: [], attempts: 0 })
  })

  test('sets fields in the same update', async () => {
    await file()
    await acknowledge([`${id}:1:1`], { 'surfaces.slack': { channel: 'D1', ts: '1.2' } })
    expect(await now()).toMatchObject({ surfaces: { slack: { channel: 'D1', ts: '1.2' } } })
    expect(await idsOf()).toHaveLength(2)
  })

  test('again, or what was never pending, changes nothing', async () => {
    await file()
    await acknowledge([`${id}:1:1`])
    const before = await now()
    await acknowledge([`${id}:1:1`, 'nothing'])
    expect(await now()).toEqual(before)
    await tickets.outbox.acknowledge(idLike('9'), [])
  })

  test('while a change adds more never loses the due date', async () => {
    for (let round = 0; round < 10; round++) {
      await database().tickets.deleteMany({})
      const ticket = await file()
      await Promise.all([
        tickets.outbox.acknowledge(id, ticket.outbox),
        tickets.apply(
          ticket,
          { set: {}, history: [], effects: [{ queue: 'mail', kind: 'notify', to: 'u1', topic: 'assigned' }] },
          later(5),
        ),
      ])
      expect(await idsOf()).toEqual([`${id}:2:0`])
      expect(await now()).toMatchObject({ nextAttemptAt: later(25) })
    }
  })
})

describe('reading', () => {
  test('what is due comes by age, each queue once', async () => {
    await file()
    await tickets.insert(newTicketOf({ _id: idLike('2'), number: 2, createdAt: later(-60), effects }))
    expect(await tickets.outbox.due(later(60))).toEqual([
      { _id: idLike('2'), attempts: 0, nextAttemptAt: later(-40), queues: ['triage', 'slack'] },
      { _id: id, attempts: 0, nextAttemptAt: later(20), queues: ['triage', 'slack'] },
    ])
  })
})

test('a scheduled notification is deleted with its entry', async () => {
  const scheduled = createScheduledStore(database(), () => monday)
  const entry = { id: 'e1', queue: 'mail', kind: 'digest', at: monday } as const
  await scheduled.add({ _id: 'e1', reason: 'resend', person: 'p1', ticket: null, outbox: [entry] })
  await scheduled.outbox.drain('e1', 'mail', async () => ({ result: 'sent' }))
  expect(await scheduled.outbox.due(later(60))).toEqual([])
  expect(await scheduled.find('e1')).toBeNull()
})

test('values that look like field paths are stored as they are', async () => {
  await file()
  await acknowledge([`${id}:1:1`], { 'surfaces.slack': { channel: '$title', ts: '$$ROOT' } })
  expect(await now()).toMatchObject({ surfaces: { slack: { channel: '$title', ts: '$$ROOT' } } })
})

test('marking as sent leaves alone what was acknowledged meanwhile', async () => {
  const ticket = await file()
  const due = await tickets.outbox.due(later(20))
  await tickets.outbox.acknowledge(id, ticket.outbox)
  await tickets.outbox.markSent(due, later(20))
  expect(await now()).not.toHaveProperty('nextAttemptAt')
  await tickets.outbox.markSent([], later(20))
})
