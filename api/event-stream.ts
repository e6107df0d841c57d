import type { Response } from 'express'
import type { Message } from '../core/live/listener.ts'

/** What a client that reads too slowly may leave unread. It is cut off then, and resumes where it was. */
const maxUnreadBytes = 64 * 1_024

/** One message as https://html.spec.whatwg.org/multipage/server-sent-events.html writes it; without event it is a heartbeat. */
export const wordsOf = ({ id, event, data }: Message) =>
  event ? `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n` : `: still here\nid: ${id}\n\n`

/** Begins a stream on a response. Proxies must neither gather nor compress it. */
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
