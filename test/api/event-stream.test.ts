import { connect } from 'node:net'
import type { Response } from 'express'
import { expect, test } from 'vitest'
import { openEventStream, wordsOf } from '../../api/event-stream.ts'
import { listen } from '../../start/listen.ts'

test('an event has its id, its name and one line of JSON; a heartbeat only moves the id', () => {
  expect(wordsOf({ id: 'a', event: 'gone', data: { id: '1' } })).toBe(
    'id: a\nevent: gone\ndata: {"id":"1"}\n\n',
  )
  expect(wordsOf({ id: 'b' })).toBe(': still here\nid: b\n\n')
})

test('a client that does not read is cut off, and costs no more memory', async () => {
  const http = await listen(0)
  const answered = new Promise<Response>((resolve) =>
    http.serve((_request, response) => resolve(response as Response)),
  )
  const client = connect(http.port, '127.0.0.1')
  client.pause()
  client.on('error', () => undefined)
  client.write('GET / HTTP/1.1\r\nHost: desk\r\n\r\n')
  const response = await answered
  const stream = openEventStream(response)
  const message = { id: 'a', event: 'ticket' as const, data: { filler: 'x'.repeat(60_000) } }
  let sent = 0
  for (; sent < 2_000 && !response.destroyed; sent++) {
    stream.send(message)
    await new Promise((done) => setImmediate(done))
  }
  expect(response.destroyed).toBe(true)
  stream.send(message)
  expect(response.writableLength).toBeLessThan(200_000)
  client.destroy()
  http.server.close()
})
