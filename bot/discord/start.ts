import { setTimeout as sleep } from 'node:timers/promises'
import { type Held, isHeld } from '../../core/database/lease-store.ts'
import type { GatewayState } from './gateway/gateway-state.ts'
import { openSession, type SessionOptions } from './gateway/session.ts'

export type DiscordBot = { stop: () => Promise<void>; state: () => GatewayState }

const firstPauseMs = 2_000
const maxPauseMs = 60_000
/** After a session of at least this length, the next pause is short again. */
const steadyMs = 60_000

const leaseRetryMs = 2_000

/**
 * Runs work while this process holds the leader lease. If another process holds it, resolves with the time at which
 * that lease ends.
 */
export type AsLeader = <T>(work: (lost: AbortSignal) => Promise<T>) => Promise<T | Held>

/**
 * Connects the bot to Discord's gateway and reconnects whenever the connection ends. It works in the background, so the
 * desk starts and runs without Discord.
 * @param options.checkpoint stores across restarts how far the threads have been read
 * @param options.asLeader lets only one process connect, because Discord sends every event to every connection
 */
export async function startDiscordBot({
  asLeader = (work) => work(new AbortController().signal),
  ...options
}: Omit<SessionOptions, 'onState'> & { asLeader?: AsLeader }): Promise<DiscordBot> {
  const stopping = new AbortController()
  let state: GatewayState = { state: 'down', detail: 'connecting to Discord' }
  const onState = (now: GatewayState) => {
    if (now.detail !== state.detail) options.log.info(now, 'Discord')
    state = now
  }
  const running = connectAsLeader(asLeader, { ...options, onState }, stopping.signal)

  async function stop() {
    stopping.abort()
    await running
    state = { state: 'down', detail: 'stopped' }
  }

  return { stop, state: () => state }
}

/** Connects whenever this process becomes the leader: when the last one has stopped or has not renewed its lease. */
async function connectAsLeader(asLeader: AsLeader, options: SessionOptions, stopping: AbortSignal) {
  let heldUntil = 0
  while (!stopping.aborted) {
    const result = await asLeader((lost) => stayConnected(options, AbortSignal.any([stopping, lost]))).catch(
      (error: Error) =>
        options.log.debug({ reason: error.message }, 'The lease for the Discord connection is not available'),
    )
    if (stopping.aborted) return
    if (isHeld(result)) {
      // A lease that is not renewed belonged to a process that was killed.
      const isRenewed = heldUntil > 0 && result.heldUntil.getTime() > heldUntil
      if (isRenewed) options.onState({ state: 'up', detail: 'another process is connected' })
      heldUntil = result.heldUntil.getTime()
    }
    await sleep(leaseRetryMs, undefined, { signal: stopping, ref: false }).catch(() => {})
  }
}

/** Opens one session after another until the signal aborts. */
async function stayConnected(options: SessionOptions, signal: AbortSignal): Promise<void> {
  const stopped = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)))
  let pause = firstPauseMs
  while (!signal.aborted) {
    const startedAt = Date.now()
    const session = openSession(options)
    const reason = await Promise.race([session.ended, stopped])
    await session.close()
    if (reason === null) return
    options.onState({ state: 'down', detail: reason })
    pause = Date.now() - startedAt > steadyMs ? firstPauseMs : Math.min(pause * 2, maxPauseMs)
    await sleep(pause, undefined, { signal, ref: false }).catch(() => {})
  }
}
