import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { connectDatabase, type Database } from '../../../core/open-database.ts'

/** A real database for the tests of one file, empty before each. */
export function emptyDatabase(): () => Database {
  let database: Database | undefined

  beforeAll(async () => {
    database = await connectDatabase(`${inject('mongodb')}slack-${randomUUID().slice(0, 8)}`)
  })

  beforeEach(async () => {
    const { tickets, comments, users, counters, deliveries, cannedReplies } = current()
    await Promise.all([
      tickets.deleteMany(),
      comments.deleteMany(),
      users.deleteMany(),
      counters.deleteMany(),
      deliveries.deleteMany(),
      cannedReplies.deleteMany(),
    ])
  })

  afterAll(async () => {
    await database?.connection.dropDatabase()
    await database?.close()
  })

  function current(): Database {
    if (!database) throw new Error('The database is not up yet.')
    return database
  }
  return current
}
