import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const paths = ['//', '/', '*', '/%', 'http://[', '/gateway', '/live', '/link/?ticket=x', '/api/', '/files/%']
const words = ['x', 'null', '"x"', '[]', '{}', '{"op":2,"d":null}', '{"op":6}']

const requestTo = (path: string, ...headers: string[]) =>
  ['GET', 'POST'].map((method) =>
    [`${method} ${path} HTTP/1.1`, 'Host: 127.0.0.1', ...headers, 'Content-Length: 1', '', '{'].join('\r\n'),
  )

const handshakeAt = (path: string) =>
  [
    ...[`GET ${path} HTTP/1.1`, 'Host: 127.0.0.1', 'Connection: Upgrade', 'Upgrade: websocket'],
    ...['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', '', ''],
  ].join('\r\n')

/** A frame of text, as a client sends it (RFC 6455, 5.2), with a mask of zeros. */
const frameOf = (text: string) =>
  Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)])

/** Not a frame at all. */
const noFrame = Buffer.from([0xff, 0xff, 0xff, 0xff])

/** Sends `parts` one after the other, and leaves with a reset or in peace. */
async function send(port: number, parts: (string | Buffer)[], end: 'reset' | 'close' = 'close') {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  for (const part of parts) {
    socket.write(part)
    if (parts.length > 1) await sleep(20)
  }
  if (end === 'reset') return void setImmediate(() => socket.resetAndDestroy())
  await sleep(20)
  socket.destroy()
}

/**
 * What any program, and in part any web page, may send to a port of this machine: requests that are none, handshakes whose
 * sender is gone before the answer, and words that are none.
 */
export async function sendNonsense(port: number) {
  for (const path of paths) {
    const requests = [
      ...requestTo(path, 'Content-Type: application/json'),
      ...requestTo(path, 'Content-Type: multipart/form-data'),
    ]
    await Promise.all([
      ...requests.map((request) => send(port, [request])),
      send(port, [handshakeAt(path)]),
      ...Array.from({ length: 3 }, () => send(port, [handshakeAt(path)], 'reset')),
      send(port, [handshakeAt(path), noFrame]),
      ...words.map((text) => send(port, [handshakeAt(path), frameOf(text)])),
    ])
  }
}
