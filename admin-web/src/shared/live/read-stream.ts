import { type EventSourceMessage, EventSourceParserStream } from 'eventsource-parser/stream'
import { problem, problemOf } from '../http/problem.ts'
import { pageAgeMs } from '../time/page-age.ts'

const path = '/api/stream'
/** The desk goes back no further. */
const maxSinceMs = 15_000
/** For the way to the desk. */
const spareMs = 5_000

type Reading = {
  lastId: string
  signal: AbortSignal
  /** the connection has shown that it is alive: by a heartbeat, which is a comment, or at the start */
  onAlive: () => void
  onId: (id: string) => void
  onEvent: (event: EventSourceMessage) => void
}

/**
 * Reads the desk's events until the desk ends the stream. The browser's EventSource would hide why a request was
 * refused, and the heartbeats that show a dead connection.
 * @param lastId of the last event received, to continue after it; '' at first
 * @throws Problem when the request is refused
 */
export async function readStream({ lastId, signal, onAlive, onId, onEvent }: Reading) {
  const response = await fetch(lastId ? path : `${path}${sinceOpened()}`, {
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { accept: 'text/event-stream', ...(lastId ? { 'last-event-id': lastId } : {}) },
    signal,
  })
  if (!response.ok) throw await problemOf(response)
  if (!response.body) throw problem(0, 'The stream has no body.')
  const events = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream({ onRetry: onAlive, onComment: onAlive, onId }))
    .getReader()
  for (;;) {
    const { done, value } = await events.read()
    if (done) return
    onEvent(value)
  }
}

/** Asks for the changes since the page was opened, unless that was too long ago. */
function sinceOpened(): string {
  const sinceMs = Math.ceil(pageAgeMs()) + spareMs
  return sinceMs <= maxSinceMs ? `?sinceMs=${sinceMs}` : ''
}
