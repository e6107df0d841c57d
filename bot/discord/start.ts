import { setTimeout as sleep } from 'node:timers/promises'
import { type Held, isHeld } from '../../core/database/lease-store.ts'
import { type GatewayState, openSession, type SessionOptions } from './gateway/session.ts'

export type DiscordBot = { stop: () => Promise<void>; state: () => GatewayState }

const firstPauseMs = 2_000
const longestPauseMs = 60_000
/** A session that lasted this long was a good one: the next pause is short again. */
const steadyMs = 60_000

const askAgainMs = 2_000

/** Runs work while this process alone may, or says until when another one has it. */
export type Alone = <T>(work: (lost: AbortSignal) => Promise<T>) => Promise<T | Held>

/**
 * Connects the bot to Discord's gateway, in the background and again and again: the desk starts and works without it.
 * @param options.checkpoint keeps over restarts how far the threads have been read
 * @param options.alone Discord sends everything to every connection, so one process of the desk holds it
 */
export async function startDiscordBot({
  alone = (work) => work(new AbortController().signal),
  ...options
}: Omit<SessionOptions, 'tell'> & { alone?: Alone }): Promise<DiscordBot> {
  const stopping = new AbortController()
  let state: GatewayState = { state: 'down', detail: 'connecting to Discord' }
  const tell = (now: GatewayState) => {
    if (now.detail !== state.detail) options.log.info(now, 'Discord')
    state = now
  }
  const running = holdConnection(alone, { ...options, tell }, stopping.signal)

  async function stop() {
    stopping.abort()
    await running
    state = { state: 'down', detail: 'stopped' }
  }

  return { stop, state: () => state }
}

/** Connects while no other process does; takes over when the one that did has stopped, or was silent for too long. */
async function holdConnection(alone: Alone, options: SessionOptions, stopping: AbortSignal): Promise<void> {
  let heldUntil = 0
  while (!stopping.aborted) {
    const result = await alone((lost) => keepConnected(options, AbortSignal.any([stopping, lost]))).catch(
      (error: Error) =>
        options.log.debug({ reason: error.message }, 'the Discord connection has no lease yet'),
    )
    if (stopping.aborted) return
    if (isHeld(result)) {
      // a holder that renews is alive; a lease that only runs out is of a process that was killed
      const renewed = heldUntil > 0 && result.heldUntil.getTime() > heldUntil
      if (renewed) options.tell({ state: 'up', detail: 'another process is connected' })
      heldUntil = result.heldUntil.getTime()
    }
    await sleep(askAgainMs, undefined, { signal: stopping, ref: false }).catch(() => {})
  }
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
