import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
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
    await tickets.outbox.sentAgain([{ _id: id, wakes: 0, version: 1, lanes: [] }], later(20))
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
      { _id: idLike('2'), wakes: 0, version: 1, lanes: ['triage', 'slack'] },
      { _id: id, wakes: 0, version: 1, lanes: ['triage', 'slack'] },
    ])
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
