import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createScheduledStore } from '../../../core/notifications/scheduled-store.ts'
import { type Effect, type OutboxQueue, queues } from '../../../core/outbox/entry.ts'
import { createTicketStore, type TicketStore } from '../../../core/tickets/ticket-store.ts'
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
const effects: Effect[] = [
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

describe('settling', () => {
  test('takes out what was done and keeps the rest due', async () => {
    await file()
    await tickets.outbox.settle(id, [`${id}:1:1`])
    expect(await idsOf()).toEqual([`${id}:1:0`, `${id}:1:2`])
    expect(await now()).toMatchObject({ nextAttemptAt: later(20) })
  })

  test('the last one takes the due date with it', async () => {
    await file()
    await tickets.outbox.sentAgain(
      [{ _id: id, attempts: 0, nextAttemptAt: later(20), queues: [] }],
      later(20),
    )
    await tickets.outbox.settle(id, [`${id}:1:0`, `${id}:1:1`])
    expect(await now()).toMatchObject({ attempts: 1 })
    await tickets.outbox.settle(id, [`${id}:1:2`])
    expect(await now()).not.toHaveProperty('nextAttemptAt')
    expect(await now()).toMatchObject({ outbox: [], attempts: 0 })
  })

  test('sets fields in the same update', async () => {
    await file()
    await tickets.outbox.settle(id, [`${id}:1:1`], { 'surfaces.slack': { channel: 'D1', ts: '1.2' } })
    expect(await now()).toMatchObject({ surfaces: { slack: { channel: 'D1', ts: '1.2' } } })
    expect(await idsOf()).toHaveLength(2)
  })

  test('again, or what was never owed, changes nothing', async () => {
    await file()
    await tickets.outbox.settle(id, [`${id}:1:1`])
    const before = await now()
    await tickets.outbox.settle(id, [`${id}:1:1`, 'nothing'])
    expect(await now()).toEqual(before)
    await tickets.outbox.settle(idLike('9'), ['nothing'])
  })

  test('while a change owes more never loses the due date', async () => {
    for (let round = 0; round < 10; round++) {
      await database().tickets.deleteMany({})
      const ticket = await file()
      await Promise.all([
        tickets.outbox.settle(
          id,
          ticket.outbox.map((entry) => entry.id),
        ),
        tickets.apply(
          ticket,
          { set: {}, history: [], effects: [{ queue: 'mail', kind: 'notify' }] },
          later(5),
        ),
      ])
      expect(await idsOf()).toEqual([`${id}:2:0`])
      expect(await now()).toMatchObject({ nextAttemptAt: later(25) })
    }
  })
})

describe('reading', () => {
  test('one queue, oldest first', async () => {
    const ticket = await file()
    await tickets.apply(
      ticket,
      { set: {}, history: [], effects: [{ queue: 'slack', kind: 'card' }] },
      later(5),
    )
    const owed = await tickets.outbox.owedIn(id, 'slack')
    expect(owed.map((entry) => entry.id)).toEqual([`${id}:1:1`, `${id}:1:2`, `${id}:2:0`])
    expect(owed[1]).toEqual({ queue: 'slack', kind: 'comment', comment: 'c1', id: `${id}:1:2`, at: monday })
  })

  test('of nobody is nothing', async () => {
    expect(await tickets.outbox.owedIn(idLike('9'), 'slack')).toEqual([])
  })

  test('what is due comes by age, each queue once', async () => {
    await file()
    await tickets.insert(newTicketOf({ _id: idLike('2'), number: 2, createdAt: later(-60), effects }))
    expect(await tickets.outbox.due(later(60))).toEqual([
      { _id: idLike('2'), attempts: 0, nextAttemptAt: later(-40), queues: ['triage', 'slack'] },
      { _id: id, attempts: 0, nextAttemptAt: later(20), queues: ['triage', 'slack'] },
    ])
  })
})

/** As a process leaves it that is killed when what was done is taken out already, and the due date not yet. */
const killedWhileSettling = (
  collection: { updateOne: (filter: object, update: object) => unknown },
  one: string,
) => collection.updateOne({ _id: one }, { $set: { outbox: [] } })

describe('after a kill halfway through settling', () => {
  test('a ticket owes nothing at the next look, and is not sent for', async () => {
    await file()
    await tickets.insert(newTicketOf({ _id: idLike('2'), number: 2, createdAt: later(-60), effects }))
    await killedWhileSettling(database().tickets.collection, idLike('2'))
    expect((await tickets.outbox.due(later(60))).map(({ _id }) => _id)).toEqual([id])
    expect(await tickets.outbox.backlog(later(60))).toEqual({ depth: 1, oldestSeconds: 60 })
    expect(await tickets.find(idLike('2'))).toMatchObject({ outbox: [], attempts: 0 })
    expect(await tickets.find(idLike('2'))).not.toHaveProperty('nextAttemptAt')
  })

  test('a scheduled notification goes', async () => {
    const scheduled = createScheduledStore(database(), () => monday)
    const owed = { id: 'e1', queue: 'mail', kind: 'notify', at: monday } as const
    await scheduled.add({ _id: 'e1', reason: 'resend', person: 'p1', ticket: null, outbox: [owed] })
    await killedWhileSettling(database().scheduledNotifications.collection, 'e1')
    expect(await scheduled.outbox.due(later(60))).toEqual([])
    expect(await scheduled.find('e1')).toBeNull()
  })
})

test('marking as sent again leaves alone who was settled meanwhile', async () => {
  const ticket = await file()
  const debtors = await tickets.outbox.due(later(20))
  await tickets.outbox.settle(
    id,
    ticket.outbox.map((entry) => entry.id),
  )
  await tickets.outbox.sentAgain(debtors, later(20))
  expect(await now()).not.toHaveProperty('nextAttemptAt')
  await tickets.outbox.sentAgain([], later(20))
})
