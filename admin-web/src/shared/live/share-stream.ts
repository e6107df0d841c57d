import type { EventSourceMessage } from 'eventsource-parser'
import { type Following, followStream } from './follow-stream.ts'
import type { LiveState } from './live-state.ts'

/** `hello` asks the tab that holds the stream for its state. */
type Said = 'hello' | { state: LiveState } | { id: string } | { event: EventSourceMessage }

/**
 * Keeps one stream for all tabs of a browser, since over HTTP/1.1 they have six connections together. The tab that holds
 * a lock holds the stream and passes on what comes; when it closes, another tab gets the lock and continues where it
 * was. Each tab takes part from `resume` to `pause`. Browsers give locks only to pages on https or localhost: elsewhere
 * each tab has a stream of its own.
 * @param name of the lock and of the channel between the tabs
 */
export function shareStream(name: string, { onEvent, onState, onSignedOut }: Following) {
  if (!navigator.locks) return { ...followStream({ onEvent, onState, onSignedOut }), close: () => {} }
  const channel = new BroadcastChannel(name)
  let state: LiveState = 'connecting'
  let takingPart: AbortController | undefined
  let holds = false
  /** what came before this tab took part is not known to it */
  let isNew = true

  const say = (said: Said) => channel.postMessage(said)
  const stream = followStream({
    onEvent: (event) => {
      onEvent(event)
      say({ event })
    },
    onId: (id) => say({ id }),
    onState: (now) => {
      if (!holds) return
      state = now
      onState(now)
      say({ state })
    },
    onSignedOut,
  })

  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data === 'hello') return holds && say({ state })
    if (holds || !takingPart) return
    if ('state' in data) return hearState(data.state)
    if ('id' in data) return stream.continueAfter(data.id)
    if (!isNew) onEvent(data.event)
  }

  function hearState(now: LiveState) {
    onState(now)
    if (now !== 'live' || !isNew) return
    isNew = false
    onEvent({ event: 'reset', data: '{}', id: undefined })
  }

  function resume() {
    if (holds) return stream.resume()
    if (takingPart) return
    takingPart = new AbortController()
    const { signal } = takingPart
    say('hello')
    navigator.locks.request(name, { signal }, () => hold(signal)).catch(() => {}) // aborted while it waited
  }

  /** Holds the stream until this tab no longer takes part. */
  const hold = (signal: AbortSignal) =>
    new Promise<void>((release) => {
      if (signal.aborted) return release()
      holds = true
      isNew = false
      stream.resume()
      signal.addEventListener('abort', () => {
        holds = false
        stream.pause()
        release()
      })
    })

  function pause() {
    takingPart?.abort()
    takingPart = undefined
    isNew = true
    onState('connecting')
  }

  return { pause, resume, close: () => channel.close() }
}
