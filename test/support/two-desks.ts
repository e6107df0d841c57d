import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { createApi } from '../../api/create-api.ts'
import { createDesk } from '../../core/create-desk.ts'
import { createLog, type Log } from '../../core/log.ts'
import { connectDatabase } from '../../core/open-database.ts'
import { queues } from '../../core/outbox/entry.ts'
import { listen } from '../../start/listen.ts'

/** A desk with its API on a database that others may use, too, as a process of its own would be. */
export async function deskOn(database: string, jwtSecret: string, log: Log = createLog('silent')) {
  const connection = await connectDatabase(`${inject('mongodb')}${database}`)
  const parts = { database: connection, enabledQueues: new Set(queues), jwtSecret, relay: () => {}, log }
  const desk = await createDesk(parts)
  const http = await listen(0)
  http.serve(createApi({ desk, health: async () => ({}) as never, trustProxy: 0, secureCookies: false }))

  async function close() {
    http.server.closeAllConnections()
    http.server.close()
    await desk.passwords.close()
    await connection.close()
  }
  return { desk, url: `http://127.0.0.1:${http.port}`, database: connection, close }
}

/** Two desks on one fresh database, which goes with them. */
export async function twoDesks() {
  const name = `test_${randomBytes(6).toString('hex')}`
  const jwtSecret = randomBytes(48).toString('base64url')
  const one = await deskOn(name, jwtSecret)
  const other = await deskOn(name, jwtSecret)
  async function close() {
    await one.database.connection.dropDatabase()
    await Promise.all([one.close(), other.close()])
  }
  return { one, other, jwtSecret, close }
}
