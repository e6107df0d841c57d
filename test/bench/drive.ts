import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { percentile } from './statistics.ts'

export type Target = { port: number; path: string; token: string; body: object }
export type Drive = { perSecond: number; p50Ms: number; p99Ms: number }

/**
 * Posts the same body over and over, each connection waiting for its answer before it asks again. It speaks just
 * enough HTTP by itself: a real client would take as much of the machine as the servers that are compared.
 * @throws Error when an answer is not 201, or a connection ends
 */
export async function drive(
  target: Target,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Drive> {
  const request = requestOf(target)
  const startedAt = performance.now()
  const until = startedAt + seconds * 1_000
  const latencies: number[] = []
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(target.port, '127.0.0.1')
      await once(socket, 'connect')
      await askUntil(until, socket, request, latencies)
      socket.destroy()
    }),
  )
  return {
    perSecond: latencies.length / ((performance.now() - startedAt) / 1_000),
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
  }
}

function requestOf({ port, path, token, body }: Target): Buffer {
  const json = JSON.stringify(body)
  return Buffer.from(
    [
      `POST ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Authorization: Bearer ${token}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(json)}`,
      '',
      json,
    ].join('\r\n'),
  )
}

function askUntil(until: number, socket: Socket, request: Buffer, latencies: number[]) {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let askedAt = 0
  let answer = ''
  const ask = () => {
    askedAt = performance.now()
    answer = ''
    socket.write(request)
  }
  socket.setNoDelay(true)
  socket.setEncoding('latin1')
  socket.on('data', (chunk: string) => {
    answer += chunk
    if (!isWhole(answer)) return
    if (!answer.startsWith('HTTP/1.1 201 '))
      return reject(new Error(`Unexpected answer: ${answer.slice(0, 600)}`))
    const now = performance.now()
    latencies.push(now - askedAt)
    if (now < until) ask()
    else resolve()
  })
  socket.on('error', reject)
  socket.on('close', () => reject(new Error('The server closed a connection.')))
  ask()
  return promise
}

/** @param answer one byte a character */
function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = answer.slice(0, head).match(/\r\ncontent-length: (\d+)/i)?.[1]
  if (length === undefined) throw new Error(`An answer without a length: ${answer.slice(0, head)}`)
  return answer.length >= head + 4 + Number(length)
}
