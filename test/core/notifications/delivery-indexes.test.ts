import { beforeAll, expect, test } from 'vitest'
import { createDeliveryStore, indexFor } from '../../../core/notifications/deliveries/delivery-store.ts'
import { later } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()

beforeAll(async () => {
  const rows = Array.from({ length: 3_000 }, (_, number) => ({
    _id: `${number}:1:0`,
    channel: number % 2 ? 'mail' : 'slack',
    about: 'resolved',
    to: `person ${number % 50}`,
    ticket: `ticket ${number % 900}`,
    state: number % 100 ? 'sent' : 'refused',
    startedAt: later(number),
  }))
  await database().deliveries.collection.insertMany(rows as never)
  const scheduled = rows.map(({ _id, startedAt }) => ({ _id, dueAt: startedAt, outbox: [], attempts: 0 }))
  await database().scheduledNotifications.collection.insertMany(scheduled as never)
})

test.each<[string, object, Parameters<typeof indexFor>[0]]>([
  ['all', {}, {}],
  ['one person’s', { to: 'person 7' }, { person: 'person 7' }],
  ['one ticket’s', { ticket: 'ticket 7' }, { ticket: 'ticket 7' }],
  ['a channel’s', { channel: 'mail' }, { channel: 'mail' }],
  ['the sent', { state: 'sent' }, { state: 'sent' }],
  ['what comes after', { startedAt: { $lte: later(500) } }, {}],
])('the list of %s is read from an index, in its order', async (_name, filter, page) => {
  const plan = await database()
    .deliveries.collection.find(filter)
    .sort({ startedAt: -1, _id: -1 })
    .hint(indexFor(page))
    .limit(51)
    .explain('queryPlanner')
  expect(JSON.stringify(plan)).toMatch(/Index Scan|IXSCAN/)
  expect(JSON.stringify(plan)).not.toMatch(/"(?:Sort|SORT|Seq Scan|COLLSCAN)"/)
})

test('what is due is found by an index, however much is held', async () => {
  const plan = await database()
    .scheduledNotifications.collection.find({ dueAt: { $lte: later(5) } })
    .sort({ dueAt: 1 })
    .limit(200)
    .explain('queryPlanner')
  expect(JSON.stringify(plan)).toContain('"indexName":"dueAt_1"')
})

test('pages of a filter are the newest first', async () => {
  const page = await createDeliveryStore(database()).list({ state: 'refused', limit: 3 })
  expect(page.map(({ _id }) => _id)).toEqual(['2900:1:0', '2800:1:0', '2700:1:0'])
})
