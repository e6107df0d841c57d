import { randomInt } from 'node:crypto'
import { createServer, type Server } from 'node:net'

/** Below the range from which the kernel takes ports for outgoing connections, so it takes none of these. */
const lowest = 20_000
const highest = 32_000

/** Finds `count` different free ports of 127.0.0.1. */
export async function freePorts(count: number): Promise<number[]> {
  const held: { port: number; server: Server }[] = []
  for (let attempts = 0; held.length < count && attempts < 1000; attempts++) {
    const port = randomInt(lowest, highest)
    const server = await listen(port)
    if (server) held.push({ port, server })
  }
  await Promise.all(held.map(({ server }) => new Promise((resolve) => server.close(resolve))))
  if (held.length < count)
    throw new Error(`No ${count} free ports between ${lowest} and ${highest} of 127.0.0.1`)
  return held.map(({ port }) => port)
}

/** @throws Error when the port is in use */
export function listenOnLoopback(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function listen(port: number): Promise<Server | undefined> {
  return listenOnLoopback(port).catch(() => undefined)
}
