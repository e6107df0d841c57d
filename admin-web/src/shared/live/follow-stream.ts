import { isProblem } from '../http/problem.ts'
import type { LiveState } from './live-state.ts'
import { readStream } from './read-stream.ts'
import type { ServerEvent } from './server-events.ts'

const shortestPauseMs = 1_000
const longestPauseMs = 30_000
/** A desk that restarts is away for a moment. */
const toleratedFailures = 3
/** The desk's heart beats every 15 s: when it is silent for so long the line is dead. */
const longestSilenceMs = 40_000
/** A proxy that gathers the stream lets nothing through. */
const firstWordsMs = 10_000

type Following = {
  onEvent: (event: ServerEvent) => void
  onState: (state: LiveState) => void
  /** the session has ended: nothing more will come */
  onSignedOut: () => void
}

/** Keeps one stream of news open, once it is resumed, and opens it again where it broke off. */
export function followStream({ onEvent, onState, onSignedOut }: Following) {
  let lastId = ''
  let failures = 0
  let state: LiveState = 'connecting'
  let line: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function wait(ms: number, then: () => void) {
    clearTimeout(timer)
    timer = setTimeout(then, ms)
  }

  function tell(now: LiveState) {
    state = now
    onState(now)
  }

  async function open() {
    const mine = new AbortController()
    line = mine
    const hangUp = () => mine.abort()
    wait(firstWordsMs, hangUp)
    const take = (event: ServerEvent) => {
      if (event.id) lastId = event.id
      failures = 0
      wait(longestSilenceMs, hangUp)
      tell('live')
      if (event.event) onEvent(event)
    }
    const refusal = await readStream({ lastId, signal: mine.signal, take }).catch((error: unknown) => error)
    if (line !== mine) return
    tell(failures < toleratedFailures ? 'connecting' : 'lost')
    if (isProblem(refusal) && refusal.status === 401) return onSignedOut()
    wait(Math.min(longestPauseMs, shortestPauseMs * 2 ** failures++), open)
  }

  function pause() {
    clearTimeout(timer)
    const open = line
    line = undefined
    open?.abort()
    tell('connecting')
  }

  /** Opens the stream unless it is; now, also when a failure would make it wait longer. */
  function resume() {
    if (state === 'live') return
    pause()
    void open()
  }

  return { pause, resume }
}
