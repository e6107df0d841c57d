import type { Duplex } from 'node:stream'

/**
 * Answers a WebSocket handshake with an HTTP error, and ends the connection. Node leaves such a socket to us: an error of one
 * whose sender is gone would end the whole desk, and one that stays open would keep it from stopping.
 * @param status e.g. `403 Forbidden`
 */
export function refuseUpgrade(socket: Duplex, status: string) {
  socket.on('error', () => socket.destroy())
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
}
