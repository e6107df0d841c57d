import type { Response } from 'express'
import type { Message } from '../core/live/listener.ts'

/** A client with more unread bytes is disconnected. It can reconnect and resume. */
const maxUnreadBytes = 64 * 1_024

/** Formats a message: https://html.spec.whatwg.org/multipage/server-sent-events.html. A heartbeat has no event. */
export const wordsOf = ({ id, event, data }: Message) =>
  event ? `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n` : `: still here\nid: ${id}\n\n`

/** Starts an event stream on a response. Its headers tell proxies not to buffer or compress it. */
export function openEventStream(response: Response) {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  })
  response.write('retry: 1000\n\n')
  return {
    send: (message: Message) => {
      if (response.destroyed || response.writableEnded) return
      response.write(wordsOf(message))
      if (response.writableLength > maxUnreadBytes) response.destroy()
    },
    end: () => response.end(),
  }
}
