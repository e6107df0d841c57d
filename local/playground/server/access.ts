import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { protocolName } from '../protocol.ts'

/** Whether a request is for this machine by name. Another name that leads here belongs to somebody else's page. */
export const isOwnHost = ({ host }: IncomingHttpHeaders, port: number): boolean =>
  host === `127.0.0.1:${port}` || host === `localhost:${port}`

/** Whether a WebSocket handshake comes from the playground's own page and carries its token. */
export function mayConnect(
  headers: IncomingHttpHeaders,
  { port, token }: { port: number; token: string },
): boolean {
  const [name, given = ''] = (headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim())
  return (
    isOwnHost(headers, port) &&
    headers.origin === `http://${headers.host}` &&
    name === protocolName &&
    timingSafeEqual(digest(given), digest(token))
  )
}

const digest = (text: string) => createHash('sha256').update(text).digest()
