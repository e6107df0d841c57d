import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createCatalogStore } from '../../../core/catalog/catalog-store.ts'
import { createScheduledStore } from '../../../core/notifications/scheduled/scheduled-store.ts'
import { backlogOf } from '../../../core/outbox/backlog.ts'
import {
  type AccountEffect,
  type OutboxQueue,
  queues,
  type TicketEffect,
} from '../../../core/outbox/entry.ts'
import type { Outboxes } from '../../../core/outbox/outbox.ts'
import { eventsFor, type OutboxEvent } from '../../../core/outbox/relay.ts'
import { sweep } from '../../../core/outbox/sweep.ts'
import { createTicketStore, type TicketStore } from '../../../core/tickets/store/ticket-store.ts'
import { createUserStore, type UserStore } from '../../../core/users/user-store.ts'
import { idLike, later, monday, newTicketOf } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()
let tickets: TicketStore
let users: UserStore
let stores: Outboxes

beforeAll(async () => {
  const enabled = new Set<OutboxQueue>(queues)
  tickets = createTicketStore(database(), enabled, () => monday)
  users = createUserStore(database(), enabled, () => monday)
  const catalog = createCatalogStore(database(), enabled, () => monday)
  stores = {
    tickets: tickets.outbox,
    users: users.outbox,
    catalog: catalog.outbox,
    scheduledNotifications: createScheduledStore(database(), () => monday).outbox,
  }
})
beforeEach(async () => {
  await database().tickets.deleteMany({})
  await database().users.deleteMany({})
})

const triage: TicketEffect = { queue: 'triage', kind: 'triage' }
const card: TicketEffect = { queue: 'slack', kind: 'card' }

/** Ticket 1 has an entry at once; further ones get a number and an id of their own. */
const file = async (digit: string, createdAt = monday, effects: TicketEffect[] = [triage, card]) =>
  (await tickets.insert(newTicketOf({ _id: idLike(digit), number: Number(digit), createdAt, effects })))
    .ticket

function inngest() {
  const got: OutboxEvent[][] = []
  return {
    got,
    ids: () => got.flat().map(({ id }) => id),
    take: async (events: OutboxEvent[]) => void got.push(events),
    refuse: async () => {
      throw new Error('ECONNREFUSED')
    },
  }
}

describe('what is due', () => {
  test('is nothing before the relay’s own event had its time', async () => {
    await file('1')
    const { take, got } = inngest()
    expect(await sweep(stores, take, later(19.999))).toBe(0)
    expect(got).toEqual([])
  })

  test('is one event for all its queues after that', async () => {
    await file('1', monday, [triage, card, { queue: 'slack', kind: 'comment', comment: 'c' }])
    const { take, got } = inngest()
    expect(await sweep(stores, take, later(20))).toBe(1)
    expect(got.flat()).toMatchObject([
      { queues: ['triage', 'slack'], collection: 'tickets', document: idLike('1') },
    ])
  })

  test('is what is pending for users, too', async () => {
    const effects: AccountEffect[] = [{ queue: 'mail', kind: 'account-mail', topic: 'confirm-address' }]
    await users.insert({ _id: idLike('a'), email: 'ann@example.com', name: 'Ann', effects }, monday)
    const { take, got } = inngest()
    expect(await sweep(stores, take, later(20))).toBe(1)
    expect(got.flat()).toMatchObject([{ queues: ['mail'], collection: 'users', document: idLike('a') }])
  })

  test('is everything, due or not, when a start asks for it', async () => {
    await file('1')
    const { take } = inngest()
    expect(await sweep(stores, take, later(1))).toBe(0)
    await stores.tickets.makeAllDue(later(1))
    expect(await sweep(stores, take, later(1))).toBe(1)
  })

  test('is never what has nothing pending', async () => {
    await file('1', monday, [])
    const { outbox } = await file('2')
    await tickets.outbox.acknowledge(idLike('2'), outbox)
    const { take } = inngest()
    expect(await sweep(stores, take, later(86_400))).toBe(0)
  })
})

describe('sending again', () => {
  test('has an id of its own each time, unlike the relay’s', async () => {
    const ticket = await file('1', monday, [triage])
    const { take, ids } = inngest()
    for (const seconds of [20, 60, 140, 300, 620, 1_220])
      expect(await sweep(stores, take, later(seconds))).toBe(1)
    const all = [...eventsFor('tickets', ticket).map(({ id }) => id), ...ids()]
    expect(new Set(all).size).toBe(7)
  })

  test('waits twice as long each time, ten minutes at most', async () => {
    await file('1', monday, [triage])
    const { take } = inngest()
    let now = 0
    const waits: number[] = []
    for (let sending = 0; sending < 7; sending++) {
      const { nextAttemptAt } = (await tickets.find(idLike('1'))) ?? {}
      const due = ((nextAttemptAt?.getTime() ?? 0) - monday.getTime()) / 1_000
      waits.push(due - now)
      now = due
      await sweep(stores, take, later(now))
    }
    expect(waits).toEqual([20, 40, 80, 160, 320, 600, 600])
  })

  test('by two processes at once is one event by its id', async () => {
    await file('1', monday, [triage])
    const { take, ids } = inngest()
    await Promise.all([sweep(stores, take, later(20)), sweep(stores, take, later(20))])
    expect(new Set(ids()).size).toBe(1)
    expect(await tickets.find(idLike('1'))).toMatchObject({ attempts: 1 })
  })

  test('begins anew with what is added anew, under new ids again', async () => {
    await file('1', monday, [triage])
    const { take, ids } = inngest()
    await sweep(stores, take, later(20))
    const ticket = await tickets.find(idLike('1'))
    if (!ticket) throw new Error('no ticket')
    await tickets.apply(ticket, { set: {}, history: [], effects: [card] }, later(30))
    expect(await tickets.find(idLike('1'))).toMatchObject({ attempts: 0, nextAttemptAt: later(50) })
    await sweep(stores, take, later(50))
    expect(new Set(ids()).size).toBe(2)
    expect(ids()).toHaveLength(2)
  })
})

describe('after a start', () => {
  test.each([
    ['not due yet', 400],
    ['due for long', 86_400],
  ])('what was sent often, and is %s, waits as briefly as what is new', async (_, seconds) => {
    await file('1', monday, [triage])
    const { take, ids } = inngest()
    for (const earlier of [20, 60, 140, 300]) await sweep(stores, take, later(earlier))
    await stores.tickets.makeAllDue(later(seconds))
    expect(await sweep(stores, take, later(seconds))).toBe(1)
    expect(await tickets.find(idLike('1'))).toMatchObject({ attempts: 1, nextAttemptAt: later(seconds + 40) })
    expect(new Set(ids()).size).toBe(5)
  })
})

describe('while Inngest is away', () => {
  test('nothing is marked, and the next sweep sends everything', async () => {
    await file('1', monday, [triage])
    await users.insert(
      { _id: idLike('a'), email: null, name: 'Ann', effects: [{ queue: 'slack', kind: 'identify' }] },
      monday,
    )
    const { refuse, take, ids } = inngest()
    for (const seconds of [20, 22, 24])
      await expect(sweep(stores, refuse, later(seconds))).rejects.toThrow('ECONNREFUSED')
    expect(await tickets.find(idLike('1'))).toMatchObject({ attempts: 0, nextAttemptAt: later(20) })
    expect(await sweep(stores, take, later(26))).toBe(2)
    expect(ids()).toHaveLength(2)
  })
})

describe('the backlog', () => {
  test('is empty when nothing is pending', async () => {
    await file('1', monday, [])
    expect(await backlogOf(stores, later(60))).toEqual({ documents: 0, oldestSeconds: 0 })
  })

  test('counts documents of both kinds and the age of the oldest', async () => {
    await file('1', monday)
    await file('2', later(30))
    await users.insert(
      { _id: idLike('a'), email: null, name: 'Ann', effects: [{ queue: 'slack', kind: 'identify' }] },
      later(50),
    )
    expect(await backlogOf(stores, later(60))).toEqual({ documents: 3, oldestSeconds: 60 })
  })
})
