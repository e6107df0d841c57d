import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createCatalogStore } from '../../../core/catalog/catalog-store.ts'
import { createLog } from '../../../core/log.ts'
import { createScheduledStore } from '../../../core/notifications/scheduled/scheduled-store.ts'
import { type OutboxQueue, queues } from '../../../core/outbox/entry.ts'
import type { Outboxes } from '../../../core/outbox/outbox.ts'
import { createPickupStore } from '../../../core/outbox/pickup-store.ts'
import { sweep } from '../../../core/outbox/sweep.ts'
import { watchPickup } from '../../../core/outbox/watch-pickup.ts'
import { createTicketStore, type TicketStore } from '../../../core/tickets/store/ticket-store.ts'
import { createUserStore } from '../../../core/users/user-store.ts'
import { idLike, later, newTicketOf } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()
let tickets: TicketStore
let outboxes: Outboxes
let time = later(0)
const now = () => time

beforeAll(() => {
  const served = new Set<OutboxQueue>(queues)
  tickets = createTicketStore(database(), served, now)
  outboxes = {
    tickets: tickets.outbox,
    users: createUserStore(database(), served, now).outbox,
    catalog: createCatalogStore(database(), served, now).outbox,
    scheduledNotifications: createScheduledStore(database(), now).outbox,
  }
})
beforeEach(async () => {
  await database().tickets.deleteMany({})
  await database().checkpoints.deleteMany({})
  time = later(0)
})

/** A desk with one ticket that waits for triage, as another process sees it a while later. */
async function watched(served: OutboxQueue[] = [...queues]) {
  await tickets.insert(
    newTicketOf({
      _id: idLike('1'),
      number: 1,
      createdAt: time,
      effects: [{ queue: 'triage', kind: 'triage' }],
    }),
  )
  const pickups = createPickupStore(database(), now)
  const registered: Date[] = []
  const look = (seconds: number) => {
    time = later(seconds)
    const register = async () => registered.push(time) > 0
    return watchPickup({
      outboxes,
      pickups,
      served: new Set(served),
      now,
      log: createLog('silent'),
      register,
    })
  }
  return { pickups, registered, look }
}

test('nobody starts it: the queue is stuck, the worker registers, and the sweep asks again', async () => {
  const { pickups, registered, look } = await watched()
  await look(10)
  expect(await pickups.stuck()).toEqual([])
  await look(18)
  expect(await pickups.stuck()).toEqual(['triage'])
  expect(registered).toEqual([later(18)])
  const sent: string[] = []
  await sweep(outboxes, async (events) => void sent.push(...events.map(({ document }) => document)), time)
  expect(sent).toEqual([idLike('1')])
})

test('it stays stuck until a run begins, also while a new event is on its way', async () => {
  const { pickups, look } = await watched()
  await look(18)
  await sweep(outboxes, async () => undefined, time)
  await look(20)
  expect(await pickups.stuck()).toEqual(['triage'])
  time = later(21)
  await createPickupStore(database(), now).mark('triage')
  expect(await pickups.stuck()).toEqual([])
  await look(24)
  expect(await pickups.stuck()).toEqual([])
})

test('a ticket that nobody waits for any more leaves nothing stuck', async () => {
  const { pickups, look } = await watched()
  await look(18)
  await database().tickets.deleteMany({})
  await look(24)
  expect(await pickups.stuck()).toEqual([])
})

test('a run that has begun may take its time', async () => {
  const { pickups, registered, look } = await watched()
  time = later(1)
  await pickups.mark('triage')
  await look(19)
  expect(await pickups.stuck()).toEqual([])
  expect(registered).toEqual([])
})

test('a queue of a service that was turned off is not stuck', async () => {
  const { pickups, registered, look } = await watched(['mail'])
  await look(18)
  expect(await pickups.stuck()).toEqual([])
  expect(registered).toEqual([])
})
