import { readFile } from 'node:fs/promises'
import { mongo } from 'mongoose'
import { describe, expect, test } from 'vitest'
import { createCheckpoint } from '../../core/database/checkpoint-store.ts'
import { newId } from '../../core/ids.ts'
import { migrate, shapeVersion } from '../../core/migrate.ts'
import { listTickets } from '../../core/search/list-tickets.ts'
import { resolve } from '../../core/tickets/actions/resolve.ts'
import { changeTicket } from '../../core/tickets/change-ticket.ts'
import { followedTickets } from '../../core/tickets/store/project-tickets.ts'
import { type Ticket, ticketSchema } from '../../core/tickets/ticket.ts'
import { catchUp } from '../support/catch-up.ts'
import { decisionOf } from '../support/decisions.ts'
import { listDesk } from '../support/list-desk.ts'
import { max } from '../support/ticket-fixture.ts'
import { triageModelOf } from '../support/triage-model-fixture.ts'
import { ownDatabase } from './own-database.ts'

const database = ownDatabase()

const stored = new URL('stored/ticket-of-shape-0.json', import.meta.url)
const storedWithFacets = new URL('stored/ticket-of-shape-8.json', import.meta.url)
const storedTexts = new URL('stored/texts-of-shape-5.json', import.meta.url)

/** A ticket as version 0 of the shape stored it. */
const oldTicket = async (more: object = {}) => {
  const document = mongo.BSON.EJSON.parse(await readFile(stored, 'utf8')) as Ticket
  return { ...document, ...more } as never
}

describe('an older ticket', () => {
  test('is brought into today’s shape, once', async () => {
    const { tickets, counters } = database()
    await tickets.collection.insertOne(await oldTicket())
    await migrate(database())
    const found = await tickets.collection.findOne({ number: 17 })
    expect(ticketSchema.strict().parse(found)).toEqual(found)
    expect(found).toMatchObject({ title: 'Printer on fire', tags: [], version: 3 })
    expect(await counters.findOne({ _id: 'shape' }).lean()).toMatchObject({ value: shapeVersion })
    await tickets.collection.updateOne({ number: 17 }, { $unset: { tags: 1 } })
    await migrate(database())
    expect(await tickets.collection.findOne({ number: 17 })).not.toHaveProperty('tags')
    await tickets.collection.updateOne({ number: 17 }, { $set: { tags: [] } })
  })

  test('is listed, found by its words, and can be worked on', async () => {
    const desk = {
      ...listDesk(database()),
      relay: () => undefined,
      now: () => new Date(),
    }
    await catchUp(database(), desk, desk.now)
    const { tickets } = await listTickets(desk, max, { q: 'printer', status: ['in_progress'], limit: 5 })
    expect(tickets).toMatchObject([{ number: 17 }])
    const act = { actor: max, surface: 'api' as const, now: desk.now(), input: { resolution: 'Put it out.' } }
    expect(await changeTicket(desk, tickets[0]?._id ?? '', decisionOf(resolve, act))).toMatchObject({
      status: 'resolved',
      version: 4,
    })
  })

  test('is found by its thread', async () => {
    const { tickets } = listDesk(database())
    expect(await tickets.findBySlackThread('D1', '1772442000.000100')).toMatchObject({ number: 17 })
  })

  test('is found by its thread also after a note was made of some, and beside very many', async () => {
    const { tickets, threadLinks, counters } = database()
    const older = await Promise.all(
      Array.from({ length: 1_100 }, (_, index) =>
        oldTicket({
          _id: `thread${index}`,
          number: 1_000 + index,
          surfaces: { discord: { thread: `t${index}` } },
        }),
      ),
    )
    await tickets.collection.insertMany(older)
    await tickets.collection.insertOne(
      await oldTicket({ _id: 'no thread', number: 99, surfaces: { discord: {} } }),
    )
    await threadLinks.create({ _id: 'discord:t7', ticket: 'thread7' })
    await counters.collection.updateOne({ _id: 'shape' as never }, { $set: { value: 7 } })
    await migrate(database())
    const { findByDiscordThread } = listDesk(database()).tickets
    for (const index of [0, 7, 499, 500, 1_099])
      expect(await findByDiscordThread(`t${index}`)).toMatchObject({ number: 1_000 + index })
    await tickets.deleteMany({ number: { $gt: 17 } })
  })

  test('is no longer indexed in the old ways', async () => {
    const { collection } = database().tickets
    await collection.createIndex({ 'requester.id': 1 })
    await collection.createIndex({ 'surfaces.discord.thread': 1 }, { sparse: true })
    await database().counters.deleteOne({ _id: 'shape' })
    await migrate(database())
    const names = (await collection.indexes()).map(({ name }) => name)
    expect(names).not.toContain('requester.id_1')
    expect(names).not.toContain('surfaces.discord.thread_1')
  })
})

test('the search texts of an older desk are dropped, and made anew from all tickets', async () => {
  const { tickets, texts, users, counters, connection } = database()
  await Promise.all([tickets.deleteMany({}), texts.deleteMany({}), users.deleteMany({})])
  await tickets.collection.insertOne(await oldTicket())
  await connection.collection('texts').insertMany(JSON.parse(await readFile(storedTexts, 'utf8')))
  await createCheckpoint(database(), followedTickets).save('2999-01-01T00:00:00.000Z')
  await counters.collection.updateOne({ _id: 'shape' as never }, { $set: { value: 5 } }, { upsert: true })
  await migrate(database())
  expect(await connection.db?.listCollections({ name: 'texts' }).toArray()).toEqual([])
  await catchUp(database(), listDesk(database()), () => new Date())
  expect(await texts.find({}, { number: 1 }).lean()).toMatchObject([{ number: 17 }])
})

test('older tickets say who had the last word, and since when their requester waits', async () => {
  const { tickets, counters } = database()
  await Promise.all([tickets.deleteMany({}), counters.deleteOne({ _id: 'shape' })])
  const document = mongo.BSON.EJSON.parse(await readFile(storedWithFacets, 'utf8')) as Ticket
  const line = (action: string, by: object, minute: number) => ({
    ...{ action, by, surface: 'web', at: new Date(Date.UTC(2026, 4, 1, 9, minute)) },
  })
  const { requester } = document
  const staff = { id: 'f'.repeat(24), name: 'Max Moe' }
  const histories = [
    [line('opened', requester, 0)],
    [line('opened', requester, 0), line('commented', staff, 1)],
    [line('commented', staff, 1), line('commented', requester, 2), line('commented', requester, 3)],
  ]
  await tickets.collection.insertMany(
    histories.map((history, index) => ({
      ...{ ...document, _id: `talk${index}`, number: 50 + index, status: 'open', history },
      facets: ['status:open'],
    })) as never[],
  )
  await counters.collection.insertOne({ _id: 'shape', value: 12 } as never)
  await migrate(database())
  const found = await tickets.find({}).sort({ number: 1 }).lean()
  expect(found.map(({ conversation }) => conversation)).toEqual([
    undefined,
    { last: { at: new Date(Date.UTC(2026, 4, 1, 9, 1)), by: staff, side: 'staff' }, waitingSince: null },
    {
      last: { at: new Date(Date.UTC(2026, 4, 1, 9, 3)), by: requester, side: 'requester' },
      waitingSince: new Date(Date.UTC(2026, 4, 1, 9, 2)),
    },
  ])
  await tickets.deleteMany({})
})

test('older tickets that the desk left open are offered again', async () => {
  const { tickets, counters } = database()
  await Promise.all([tickets.deleteMany({}), counters.deleteOne({ _id: 'shape' })])
  const document = mongo.BSON.EJSON.parse(await readFile(storedWithFacets, 'utf8')) as Ticket
  const at = new Date(Date.UTC(2026, 4, 1))
  const assignment = { by: 'triage', reason: 'No moderator is on duty.', candidates: [], at }
  const open = { ...document, status: 'open', assignee: null, assignment, facets: ['status:open'] }
  await tickets.collection.insertMany([
    { ...open, _id: 'left', number: 60 },
    { ...open, _id: 'assigned', number: 61, assignee: document.requester },
    { ...open, _id: 'released', number: 62, assignment: null },
  ] as never[])
  await counters.collection.insertOne({ _id: 'shape', value: 13 } as never)
  await migrate(database())
  const left = await listDesk(database()).tickets.leftOpen(at)
  expect(left.map(({ _id }) => _id)).toEqual(['left'])
  await tickets.deleteMany({})
})

test('older tickets are sorted by the names that people have today, and the headings are gone', async () => {
  const { tickets, users, counters, connection } = database()
  await Promise.all([tickets.deleteMany({}), users.deleteMany({}), counters.deleteOne({ _id: 'shape' })])
  const document = mongo.BSON.EJSON.parse(await readFile(storedWithFacets, 'utf8')) as Ticket
  await tickets.collection.insertMany([
    document as never,
    { ...document, _id: 'unassigned', number: 19, assignee: null } as never,
  ])
  await users.collection.insertOne({ _id: document.requester.id, name: 'Zoë Lee', email: null } as never)
  await connection.collection('headings').insertOne({ _id: 'tag:vpn', kind: 'tag' } as never)
  await counters.collection.insertOne({ _id: 'shape', value: 8 } as never)
  await migrate(database())
  const keys = (await tickets.find({}).sort({ number: 1 }).lean()).map(({ sortKeys }) => sortKeys)
  const requester = `zoe lee\n${document.requester.id}`
  expect(keys).toEqual([
    { requester, assignee: `max moe\n${document.assignee?.id}` },
    { requester, assignee: '\u{10ffff}' },
  ])
  expect(await tickets.collection.countDocuments({ left: { $exists: true } })).toBe(0)
  expect(await connection.collection('headings').countDocuments()).toBe(0)
  await Promise.all([tickets.deleteMany({}), counters.deleteOne({ _id: 'shape' })])
  await migrate(database())
})

test('an older account is found by its name and address', async () => {
  const { users, counters } = database()
  await counters.deleteOne({ _id: 'shape' })
  const old = { _id: 'old', name: 'Ada King Lovelace', email: 'Ada@Example.com' }
  await users.collection.insertOne(old as never)
  await users.collection.insertOne({ _id: 'slack', name: 'Bo', email: null } as never)
  await migrate(database())
  expect(await users.collection.findOne({ _id: 'old' as never })).toMatchObject({
    searchKeys: ['ada king lovelace', 'king lovelace', 'lovelace', 'ada@example.com'],
  })
  expect(await users.collection.findOne({ _id: 'slack' as never })).toMatchObject({ searchKeys: ['bo'] })
})

test('names that were typed before there were lists are in them', async () => {
  const { tickets, users, catalogs, counters } = database()
  await Promise.all([catalogs.deleteMany({}), counters.deleteOne({ _id: 'shape' })])
  await tickets.collection.insertOne(await oldTicket({ _id: 'typed', number: 2, skills: ['java', 'Perl'] }))
  await users.collection.insertOne({ _id: 'typed', name: 'Bo', email: null, skills: ['Latin'] } as never)
  await migrate(database())
  const lists = await catalogs.findOne().lean()
  const names = lists?.skills.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['C++', 'Java', 'Perl', 'Latin']))
  expect(lists?.skills.find(({ name }) => name === 'Java')?.formerly).toEqual(['java'])
  expect(lists?.categories).toHaveLength(11)
})

test('an older delivery says which ticket it was about', async () => {
  const { deliveries, counters } = database()
  await counters.deleteOne({ _id: 'shape' })
  const [ticket, person] = ['1'.repeat(24), 'a'.repeat(24)]
  await deliveries.collection.insertMany([
    { _id: `${ticket}:3:0`, about: 'resolved', to: person },
    { _id: `${ticket}:card:slack`, about: 'card', to: person },
    { _id: `${ticket}:headline:discord`, about: 'headline', to: null },
    { _id: `${person}:1:0`, about: 'account-created', to: person },
  ] as never)
  await migrate(database())
  const rows = await deliveries.collection.find({}).sort({ _id: 1 }).toArray()
  expect(rows.map((row) => row.ticket)).toEqual([ticket, ticket, ticket, null])
})

test('an older delivery is forgotten 400 days after it began', async () => {
  const { deliveries, counters } = database()
  await counters.deleteOne({ _id: 'shape' })
  const startedAt = new Date('2026-11-01T10:00:00Z')
  const old = { _id: 'old:3:0', channel: 'mail', about: 'resolved', to: 'a', ticket: 'old', startedAt }
  await deliveries.collection.insertOne(old as never)
  await migrate(database())
  expect(await deliveries.findOne({ _id: 'old:3:0' }).lean()).toMatchObject({
    forgetAt: new Date('2027-12-06T10:00:00Z'),
  })
})

test('the figures of an older triage model count held-out tickets by today’s name', async () => {
  const { triageModels, counters } = database()
  await counters.deleteOne({ _id: 'shape' })
  const { figures, ...model } = triageModelOf(1)
  const { heldOut, ...others } = figures
  const [rulesOnly, both] = [newId(), newId()]
  await triageModels.collection.insertMany([
    { ...model, _id: rulesOnly, figures: { ...others, heldBack: heldOut }, priorityFigures: null },
    {
      ...model,
      _id: both,
      number: 2,
      figures: { ...others, heldBack: heldOut },
      priorityFigures: { heldBack: 40 },
    },
  ] as never)
  await migrate(database())
  expect(await triageModels.findById(rulesOnly).lean()).toMatchObject({ figures, priorityFigures: null })
  const { priorityFigures } = (await triageModels.findById(both).lean()) ?? {}
  expect(priorityFigures).toEqual({ heldOut: 40 })
})

test('a database of a newer desk is left alone', async () => {
  await database().counters.updateOne(
    { _id: 'shape' },
    { $set: { value: shapeVersion + 1 } },
    { upsert: true },
  )
  await expect(migrate(database())).rejects.toThrow('update Deskbridge')
})
