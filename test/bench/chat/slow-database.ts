import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type SlowDatabase = Awaited<ReturnType<typeof startSlowDatabase>>

/**
 * A database whose answers can be held back: a Unix socket before the real one.
 * @param uri of the real one, `mongodb://[user:password@]host[:port]/name` or with an escaped socket as its host
 */
export async function startSlowDatabase(uri: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'slow-db-'))
  const own = path.join(folder, 'mongodb.sock')
  const [, before = '', host = '', after = ''] = /^(mongodb:\/\/(?:[^@/]*@)?)([^/?]+)(.*)$/.exec(uri) ?? []
  const sockets = new Set<Socket>()
  let delayMs = 0

  const server = createServer((client) => {
    const database = connectTo(decodeURIComponent(host))
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => sockets.delete(socket))
    }
    client.pipe(database)
    database.once('close', () => client.destroy())
    let last = Promise.resolve()
    database.on('data', (bytes) => {
      const due = performance.now() + delayMs
      last = last.then(async () => {
        if (due > performance.now()) await sleep(due - performance.now())
        client.write(bytes)
      })
    })
  })
  await new Promise<void>((done) => server.listen(own, done))

  return {
    uri: `${before}${encodeURIComponent(own)}${after}`,
    /** Holds back every answer by this long from now on. */
    slowDown: (ms: number) => {
      delayMs = ms
    },
    stop: async () => {
      server.close()
      for (const socket of sockets) socket.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function connectTo(host: string): Socket {
  if (host.startsWith('/')) return connect(host)
  const [name, port = '27017'] = host.split(':')
  return connect(Number(port), name)
}
