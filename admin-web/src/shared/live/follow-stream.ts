import type { EventSourceMessage } from 'eventsource-parser'
import { isProblem } from '../http/problem.ts'
import type { LiveState } from './live-state.ts'
import { readStream } from './read-stream.ts'

const minPauseMs = 1_000
const maxPauseMs = 30_000
/** A desk that restarts is down for a moment: after the first attempt to come back, then after some more, people are told. */
const toleratedFailures = 3
/** Heartbeats come every 15 s: after this silence the connection is dead. */
const maxSilenceMs = 40_000
/** A proxy that buffers the stream lets nothing through. */
const maxFirstSilenceMs = 10_000

export type Following = {
  onEvent: (event: EventSourceMessage) => void
  onState: (state: LiveState) => void
  /** each id that the desk sends, in events and in heartbeats */
  onId?: (id: string) => void
  /** the session has ended, so no more events will come */
  onSignedOut: () => void
}

const stateAfter = (failures: number): LiveState =>
  failures === 0 ? 'connecting' : failures < toleratedFailures ? 'reconnecting' : 'lost'

/** Keeps one stream of events open from `resume` to `pause`, and reconnects where it broke off. */
export function followStream({ onEvent, onState, onId: onNextId, onSignedOut }: Following) {
  let lastId = ''
  let failures = 0
  let state: LiveState = 'connecting'
  let connection: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function setTimer(ms: number, then: () => void) {
    clearTimeout(timer)
    timer = setTimeout(then, ms)
  }

  function setState(now: LiveState) {
    state = now
    onState(now)
  }

  async function connect() {
    const own = new AbortController()
    connection = own
    const disconnect = () => own.abort()
    setTimer(maxFirstSilenceMs, disconnect)
    const onAlive = () => {
      failures = 0
      setTimer(maxSilenceMs, disconnect)
      setState('live')
    }
    const onId = (id: string) => {
      lastId = id
      onNextId?.(id)
    }
    const take = (event: EventSourceMessage) => {
      onAlive()
      onEvent(event)
    }
    const refusal = await readStream({ lastId, signal: own.signal, onAlive, onId, onEvent: take }).catch(
      (error: unknown) => error,
    )
    if (connection !== own) return
    setState(stateAfter(failures))
    if (isProblem(refusal) && refusal.status === 401) return onSignedOut()
    setTimer(Math.min(maxPauseMs, minPauseMs * 2 ** failures++), connect)
  }

  function pause() {
    clearTimeout(timer)
    const open = connection
    connection = undefined
    open?.abort()
    setState('connecting')
  }

  /** Connects now, even if a retry is scheduled for later. */
  function resume() {
    if (state === 'live') return
    pause()
    void connect()
  }

  /** Continues after this event the next time it connects. */
  function continueAfter(id: string) {
    lastId = id
  }

  return { pause, resume, continueAfter }
}
