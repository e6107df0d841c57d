import { setTimeout } from 'node:timers/promises'
import type { SocketModeReceiver } from '@slack/bolt'
import { retryForever } from '../../../core/retry-forever.ts'

type SocketModeClient = SocketModeReceiver['client']

/** A connection that ends sooner is replaced only after a pause. */
const steadyMs = 10_000

/**
 * Keeps a Socket Mode connection open until the signal aborts. The client's own reconnecting is off: when Slack is
 * unreachable, it fails with an unhandled rejection, which ends the process.
 * @returns when the connection is closed
 */
export async function keepSocketOpen(
  client: SocketModeClient,
  options: { signal: AbortSignal; onConnected: () => void; onLost: (error: unknown) => void },
) {
  const { signal, onConnected, onLost } = options
  while (!signal.aborted) {
    const opened = await retryForever(() => open(client), { signal, onFailure: onLost })
    if (!opened) return
    const lost = new Promise<void>((resolve) => client.once('disconnected', () => resolve()))
    onConnected()
    const since = Date.now()
    if (signal.aborted) void client.disconnect()
    await lost
    if (signal.aborted) return
    onLost(new Error('the connection was closed'))
    // Slack renews connections every few hours, and a new one opens at once. A server that keeps closing them gets a pause.
    if (Date.now() - since < steadyMs) await setTimeout(1_000, undefined, { ref: false })
  }
}

async function open(client: SocketModeClient) {
  try {
    return await client.start()
  } catch (error) {
    throw error ?? new Error('the connection was closed before it was ready')
  }
}
