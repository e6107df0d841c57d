import { setTimeout } from 'node:timers/promises'
import type { SocketModeReceiver } from '@slack/bolt'
import { retryForever } from '../../../core/retry-forever.ts'

type SocketModeClient = SocketModeReceiver['client']

const briefMs = 10_000

/**
 * Holds a Socket Mode connection until told to stop. The client's own reconnecting is off: it gives up, as an
 * unhandled rejection that ends the process, when Slack can't be reached at that moment.
 * @returns when it has stopped
 */
export async function holdConnection(
  client: SocketModeClient,
  told: { signal: AbortSignal; onConnected: () => void; onLost: (error: unknown) => void },
) {
  const { signal, onConnected, onLost } = told
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
    // Slack renews connections every few hours: then at once, but a server that drops us is not to be hammered.
    if (Date.now() - since < briefMs) await setTimeout(1_000, undefined, { ref: false })
  }
}

async function open(client: SocketModeClient) {
  try {
    return await client.start()
  } catch (error) {
    throw error ?? new Error('the connection was closed before it was ready')
  }
}
