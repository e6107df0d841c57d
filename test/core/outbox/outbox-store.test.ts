import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createErrandStore } from '../../../core/notifications/errand-store.ts'
import { type Lane, lanes, type NewOwed } from '../../../core/outbox/owed.ts'
import { createTicketStore, type TicketStore } from '../../../core/tickets/ticket-store.ts'
import { idLike, later, monday, newTicketOf } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()
let tickets: TicketStore
beforeAll(async () => {
  tickets = createTicketStore(database(), new Set<Lane>(lanes), () => monday)
})
beforeEach(async () => {
  await database().tickets.deleteMany({})
})

const id = idLike('1')
const owe: NewOwed[] = [
  { lane: 'triage', kind: 'triage' },
  { lane: 'slack', kind: 'card' },
  { lane: 'slack', kind: 'comment', comment: 'c1' },
]
const file = async () => (await tickets.insert(newTicketOf({ owe }))).ticket
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
    expect(await now()).toMatchObject({ wakeAt: later(20) })
  })

  test('the last one takes the due date with it', async () => {
    await file()
    await tickets.outbox.sentAgain([{ _id: id, wakes: 0, wakeAt: later(20), lanes: [] }], later(20))
    await tickets.outbox.settle(id, [`${id}:1:0`, `${id}:1:1`])
    expect(await now()).toMatchObject({ wakes: 1 })
    await tickets.outbox.settle(id, [`${id}:1:2`])
    expect(await now()).not.toHaveProperty('wakeAt')
    expect(await now()).toMatchObject({ outbox: [], wakes: 0 })
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
        tickets.apply(ticket, { set: {}, history: [], owe: [{ lane: 'mail', kind: 'notify' }] }, later(5)),
      ])
      expect(await idsOf()).toEqual([`${id}:2:0`])
      expect(await now()).toMatchObject({ wakeAt: later(25) })
    }
  })
})

describe('reading', () => {
  test('one lane, oldest first', async () => {
    const ticket = await file()
    await tickets.apply(ticket, { set: {}, history: [], owe: [{ lane: 'slack', kind: 'card' }] }, later(5))
    const owed = await tickets.outbox.owedIn(id, 'slack')
    expect(owed.map((entry) => entry.id)).toEqual([`${id}:1:1`, `${id}:1:2`, `${id}:2:0`])
    expect(owed[1]).toEqual({ lane: 'slack', kind: 'comment', comment: 'c1', id: `${id}:1:2`, at: monday })
  })

  test('of nobody is nothing', async () => {
    expect(await tickets.outbox.owedIn(idLike('9'), 'slack')).toEqual([])
  })

  test('what is due comes by age, each lane once', async () => {
    await file()
    await tickets.insert(newTicketOf({ _id: idLike('2'), number: 2, createdAt: later(-60), owe }))
    expect(await tickets.outbox.due(later(60))).toEqual([
      { _id: idLike('2'), wakes: 0, wakeAt: later(-40), lanes: ['triage', 'slack'] },
      { _id: id, wakes: 0, wakeAt: later(20), lanes: ['triage', 'slack'] },
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
    await tickets.insert(newTicketOf({ _id: idLike('2'), number: 2, createdAt: later(-60), owe }))
    await killedWhileSettling(database().tickets.collection, idLike('2'))
    expect((await tickets.outbox.due(later(60))).map(({ _id }) => _id)).toEqual([id])
    expect(await tickets.outbox.backlog(later(60))).toEqual({ depth: 1, oldestSeconds: 60 })
    expect(await tickets.find(idLike('2'))).toMatchObject({ outbox: [], wakes: 0 })
    expect(await tickets.find(idLike('2'))).not.toHaveProperty('wakeAt')
  })

  test('an errand goes', async () => {
    const errands = createErrandStore(database(), () => monday)
    const owed = { id: 'e1', lane: 'mail', kind: 'notify', at: monday } as const
    await errands.add({ _id: 'e1', reason: 'resend', person: 'p1', ticket: null, outbox: [owed] })
    await killedWhileSettling(database().errands.collection, 'e1')
    expect(await errands.outbox.due(later(60))).toEqual([])
    expect(await errands.find('e1')).toBeNull()
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
  expect(await now()).not.toHaveProperty('wakeAt')
  await tickets.outbox.sentAgain([], later(20))
})
