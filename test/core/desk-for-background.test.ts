import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDesk, deskForBackground } from '../../core/create-desk.ts'
import type { Desk } from '../../core/desk.ts'
import { createLog } from '../../core/log.ts'
import {
  backgroundConnections,
  connectDatabase,
  type Database,
  openDatabase,
} from '../../core/open-database.ts'
import { type SlowDatabase, startSlowDatabase } from '../bench/chat/slow-database.ts'
import { freshDatabase } from '../support/desk-in-process.ts'

const delayMs = 400
/** More than the connections that people have. */
const tasks = 60

let slow: SlowDatabase
let database: Database
let background: Database
let desk: Desk

beforeAll(async () => {
  slow = await startSlowDatabase(freshDatabase())
  database = await connectDatabase(slow.uri)
  background = await openDatabase(slow.uri, backgroundConnections)
  desk = await createDesk({
    database,
    enabledQueues: new Set(),
    jwtSecret: randomBytes(48).toString('base64url'),
    relay: () => undefined,
    log: createLog('silent'),
  })
})

afterAll(async () => {
  slow?.slowDown(0)
  await desk?.passwords.close()
  await background?.close()
  await database?.close()
  await slow?.stop()
})

test('a person waits for no connection that many tasks in the background use', async () => {
  const worker = deskForBackground(desk, background, {})
  // Each opens its first connection before the database is slow.
  await Promise.all([desk.tickets.find('none'), worker.tickets.find('none')])
  slow.slowDown(delayMs)
  const work = Array.from({ length: tasks }, () => worker.tickets.find('none'))
  const startedAt = performance.now()
  await desk.tickets.find('none')
  expect(performance.now() - startedAt).toBeLessThan(3 * delayMs)
  slow.slowDown(0)
  await Promise.all(work)
})
