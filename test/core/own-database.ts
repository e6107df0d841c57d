import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { connectDatabase, type Database } from '../../core/open-database.ts'

/** A database for one file's tests, gone afterwards. @returns it, once the hooks before the tests have run */
export function ownDatabase(): () => Database {
  let database: Database
  beforeAll(async () => {
    database = await connectDatabase(`${inject('mongodb')}test_${randomBytes(6).toString('hex')}`)
  })
  afterAll(async () => {
    await database.connection.dropDatabase()
    await database.close()
  })
  return () => database
}
