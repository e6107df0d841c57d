import { randomBytes } from 'node:crypto'
import mongoose from 'mongoose'
import { expect, inject, test } from 'vitest'
import { connectDatabase } from '../../core/open-database.ts'
import { triageModelOf } from '../support/triage-model-fixture.ts'

test('a database whose indexes can’t be created keeps no connection, so that the process can end', async () => {
  const name = `test_${randomBytes(6).toString('hex')}`
  const uri = `${inject('mongodb')}${name}`
  const before = await mongoose.createConnection(uri).asPromise()
  // two versions of one number: the unique index is refused
  const twice = [triageModelOf(1), triageModelOf(1)]
  await before.collection('triageModels').insertMany(twice as never[])
  try {
    await expect(connectDatabase(uri)).rejects.toThrow()
    const open = mongoose.connections.filter((one) => one.name === name && one.readyState !== 0)
    expect(open).toEqual([before])
  } finally {
    await before.dropDatabase()
    await before.close()
  }
})

test('processes that start together on an empty database all begin', async () => {
  for (let round = 0; round < 3; round++) {
    const uri = `${inject('mongodb')}test_${randomBytes(6).toString('hex')}`
    const opened = await Promise.all([1, 2, 3].map(() => connectDatabase(uri)))
    await opened[0]?.connection.dropDatabase()
    for (const database of opened) await database.close()
  }
})
