import type { mongo } from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isDuplicate } from '../../../core/database/documentdb.ts'
import { insertEach } from '../../../core/database/insert-each.ts'
import { connectDatabase, type Database } from '../../../core/open-database.ts'
import { freshDatabase } from '../../support/desk-in-process.ts'

type Row = { _id: string; number: number }

let database: Database
let collection: mongo.Collection<Row>
beforeAll(async () => {
  database = await connectDatabase(freshDatabase())
  collection = database.connection.getClient().db(database.connection.name).collection<Row>('rows')
  await collection.createIndex({ number: 1 }, { unique: true })
})
afterAll(async () => {
  await database.connection.dropDatabase()
  await database.close()
})

test('each succeeds or fails by itself, in its place', async () => {
  const row = (_id: string, number: number) => ({ _id, number })
  expect(await insertEach(collection, [row('a', 1), row('b', 2)])).toEqual([null, null])
  const failures = await insertEach(collection, [
    row('c', 3),
    row('a', 4),
    row('d', 2),
    row('e', 5),
    row('e', 6),
  ])
  expect(failures.map((failure) => failure && isDuplicate(failure))).toEqual([null, true, true, null, true])
  const stored = await collection.find().sort({ number: 1 }).toArray()
  expect(stored.map(({ _id }) => _id)).toEqual(['a', 'b', 'c', 'e'])
})

test('writers that insert the same documents in opposite order all learn which were theirs', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => ({ _id: `x${index}`, number: 100 + index }))
  const failures = await Promise.all([
    insertEach(collection, rows),
    insertEach(collection, rows.toReversed()),
  ])
  expect(failures.flat().filter((failure) => failure === null)).toHaveLength(rows.length)
  expect(await collection.countDocuments({ _id: /^x/ })).toBe(rows.length)
})
