import { expect, test } from 'vitest'
import { migrate, shapeVersion } from '../../../core/database/migrate.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()

test('an older ticket is brought into today’s shape, once', async () => {
  const { tickets, counters } = database()
  await tickets.collection.insertOne({ _id: 'old', number: 1, title: 'Filed by 0.1' } as never)
  await migrate(database())
  expect(await tickets.collection.findOne({ _id: 'old' as never })).toMatchObject({ tags: [] })
  expect(await counters.findOne({ _id: 'shape' }).lean()).toMatchObject({ value: shapeVersion })
  await tickets.collection.updateOne({ _id: 'old' as never }, { $unset: { tags: 1 } })
  await migrate(database())
  expect(await tickets.collection.findOne({ _id: 'old' as never })).not.toHaveProperty('tags')
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
  await tickets.collection.insertOne({ _id: 'typed', number: 2, skills: ['java', 'Perl'] } as never)
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

test('a database of a newer desk is left alone', async () => {
  await database().counters.updateOne(
    { _id: 'shape' },
    { $set: { value: shapeVersion + 1 } },
    { upsert: true },
  )
  await expect(migrate(database())).rejects.toThrow('update Deskbridge')
})
