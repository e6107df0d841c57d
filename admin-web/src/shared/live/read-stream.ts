import { problem, problemOf } from '../http/problem.ts'
import { createEventParser, type ServerEvent } from './server-events.ts'

const path = '/api/stream'

type Reading = { lastId: string; signal: AbortSignal; take: (event: ServerEvent) => void }

/**
 * Reads the desk's news until the desk ends the stream. The browser's EventSource would hide from us why it was
 * refused, and the heartbeats that show a dead line.
 * @param lastId of the last message taken, to go on after it; '' at first
 * @throws Problem when it is refused
 */
export async function readStream({ lastId, signal, take }: Reading) {
  const response = await fetch(path, {
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { accept: 'text/event-stream', ...(lastId ? { 'last-event-id': lastId } : {}) },
    signal,
  })
  if (!response.ok) throw await problemOf(response)
  if (!response.body) throw problem(0, 'The stream has no body.')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const parse = createEventParser()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    for (const event of parse(value)) take(event)
  }
}
