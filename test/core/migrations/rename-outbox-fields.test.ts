import { readFile } from 'node:fs/promises'
import { mongo } from 'mongoose'
import { expect, test } from 'vitest'
import { renameOutboxFields } from '../../../core/migrations/rename-outbox-fields.ts'
import { ticketSchema } from '../../../core/tickets/ticket.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()

const stored = async (name: string) =>
  mongo.BSON.EJSON.parse(await readFile(new URL(`../stored/${name}.json`, import.meta.url), 'utf8')) as never

test('a ticket with pending work keeps it, under today’s names', async () => {
  const { tickets } = database()
  await tickets.collection.insertOne(await stored('ticket-with-outbox-of-shape-8'))
  for (let twice = 0; twice < 2; twice++) await renameOutboxFields(database())
  const found = await tickets.collection.findOne({ number: 18 })
  expect(ticketSchema.omit({ sortKeys: true }).strict().parse(found)).toEqual(found)
  expect(found).toMatchObject({
    attempts: 2,
    nextAttemptAt: new Date('2026-03-02T09:05:20Z'),
    leases: { slack: { by: 'another process' } },
    outbox: [
      { queue: 'slack', kind: 'card' },
      { queue: 'mail', kind: 'notify', topic: 'status-changed' },
      { queue: 'slack', kind: 'comment-changed', version: 2 },
      { queue: 'maintenance', kind: 'record', event: { action: 'ticket-deleted' } },
    ],
  })
})

test('held, digested and repeated notifications are scheduled ones now', async () => {
  const { connection, scheduledNotifications } = database()
  const errands = connection.collection('errands')
  await errands.insertMany(await stored('errands-of-shape-8'))
  for (let twice = 0; twice < 2; twice++) await renameOutboxFields(database())
  expect(await errands.countDocuments()).toBe(0)
  const found = await scheduledNotifications.collection.find().sort({ reason: 1 }).toArray()
  expect(found).toMatchObject([
    {
      reason: 'digest',
      items: [{ entry: { queue: 'mail', topic: 'resolved' } }],
      outbox: [{ queue: 'mail', kind: 'digest' }],
    },
    { reason: 'quiet-hours', outbox: [{ queue: 'mail', kind: 'notify', topic: 'waiting' }] },
    { reason: 'resend', attempts: 1, outbox: [{ kind: 'account-mail', topic: 'account-created' }] },
  ])
})

test('a next attempt that a kill left without entries is removed', async () => {
  const { tickets } = database()
  const left = {
    ...((await stored('ticket-with-outbox-of-shape-8')) as object),
    _id: 'left',
    number: 99,
    outbox: [],
  }
  await tickets.collection.insertOne(left as never)
  await renameOutboxFields(database())
  expect(await tickets.collection.findOne({ number: 99 })).not.toHaveProperty('nextAttemptAt')
})
