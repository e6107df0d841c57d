import { setTimeout as sleep } from 'node:timers/promises'
import { createHttpTransport } from './http-transport.ts'
import type { createSocketTransport } from './socket-transport.ts'
import type { Transport } from './transport.ts'

/** How people's doings reach the app: by its sockets until another way is chosen. */
export function createConnection(socket: ReturnType<typeof createSocketTransport>, signingSecret: string) {
  let current: { transport: Transport; mode: 'socket' | 'http' } = { transport: socket, mode: 'socket' }
  return {
    current: () => current,

    /** Chooses how people's doings reach the app, and waits until it is there. */
    async connect(
      how: { mode: 'socket' } | { mode: 'http'; url: string },
      { timeoutMs = 10_000 }: { timeoutMs?: number } = {},
    ): Promise<void> {
      current =
        how.mode === 'socket'
          ? { transport: socket, mode: 'socket' }
          : { transport: createHttpTransport(how.url, signingSecret), mode: 'http' }
      const until = Date.now() + timeoutMs
      while (!(await current.transport.reachable())) {
        if (Date.now() > until)
          throw new Error(`The app was not reachable by ${how.mode} within ${timeoutMs} ms.`)
        await sleep(20)
      }
    },
  }
}
