import { setTimeout as sleep } from 'node:timers/promises'
import { type GatewayState, openSession, type SessionOptions } from './gateway/session.ts'

export type DiscordBot = { stop: () => Promise<void>; state: () => GatewayState }

const firstPauseMs = 2_000
const longestPauseMs = 60_000
/** A session that lasted this long was a good one: the next pause is short again. */
const steadyMs = 60_000

/**
 * Connects the bot to Discord's gateway, in the background and again and again: the desk starts and works without it.
 * @param options.checkpoint keeps over restarts how far the threads have been read
 */
export async function startDiscordBot(options: Omit<SessionOptions, 'tell'>): Promise<DiscordBot> {
  const stopping = new AbortController()
  let state: GatewayState = { state: 'down', detail: 'connecting to Discord' }
  const tell = (now: GatewayState) => {
    if (now.detail !== state.detail) options.log.info(now, 'Discord')
    state = now
  }
  const running = keepConnected({ ...options, tell }, stopping.signal)

  async function stop() {
    stopping.abort()
    await running
    state = { state: 'down', detail: 'stopped' }
  }

  return { stop, state: () => state }
}

async function keepConnected(options: SessionOptions, signal: AbortSignal): Promise<void> {
  const stopped = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)))
  let pause = firstPauseMs
  while (!signal.aborted) {
    const startedAt = Date.now()
    const session = openSession(options)
    const reason = await Promise.race([session.ended, stopped])
    await session.close()
    if (reason === null) return
    options.tell({ state: 'down', detail: reason })
    pause = Date.now() - startedAt > steadyMs ? firstPauseMs : Math.min(pause * 2, longestPauseMs)
    await sleep(pause, undefined, { signal, ref: false }).catch(() => {})
  }
}
