import { connect, type Socket } from 'node:net'
import { RetryLater } from '../provider-errors.ts'

/** @returns the name of the virus that was found; null: none @throws RetryLater while the scanner can't tell */
export type Scanner = (bytes: AsyncIterable<Uint8Array>) => Promise<string | null>

/** Scanning 25 MB takes a few seconds. */
const deadlineMs = 60_000
const retryMs = 15_000
const maxAnswerBytes = 1_000

/**
 * Scans by clamd's INSTREAM command over TCP (man 8 clamd): chunks with their length before them, then a length of
 * zero. Written here because the packages for it also look for local programs and have no deadline.
 */
export const createClamd =
  ({ host, port }: { host: string; port: number }): Scanner =>
  async (bytes) => {
    const socket = connect({ host, port, timeout: deadlineMs })
    const deadline = setTimeout(() => socket.destroy(new Error('no answer in time')), deadlineMs)
    const answer = answerOf(socket)
    try {
      await Promise.race([send(socket, bytes), answer])
      return verdictOf(await answer)
    } catch (error) {
      throw new RetryLater(`The virus scanner can’t tell: ${(error as Error).message}`, retryMs)
    } finally {
      clearTimeout(deadline)
      socket.destroy()
    }
  }

async function send(socket: Socket, bytes: AsyncIterable<Uint8Array>) {
  await written(socket, Buffer.from('zINSTREAM\0'))
  for await (const chunk of bytes) {
    await written(socket, lengthOf(chunk.length))
    await written(socket, chunk)
  }
  await written(socket, lengthOf(0))
}

function lengthOf(bytes: number) {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

const written = (socket: Socket, bytes: Uint8Array) =>
  new Promise<void>((done, failed) => socket.write(bytes, (error) => (error ? failed(error) : done())))

/** clamd ends its answer with a NUL, and may answer before it has read everything. */
function answerOf(socket: Socket): Promise<string> {
  const answer = new Promise<string>((done, failed) => {
    let text = ''
    socket.on('data', (part) => {
      text += part.toString('utf8')
      if (text.includes('\0') || text.length > maxAnswerBytes) done(text.split('\0')[0] ?? '')
    })
    socket.once('error', failed)
    socket.once('timeout', () => failed(new Error('no answer in time')))
    socket.once('close', () => failed(new Error('it closed the connection')))
  })
  answer.catch(() => undefined) // `send` may fail first
  return answer
}

function verdictOf(answer: string): string | null {
  if (answer === 'stream: OK') return null
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (!found) throw new Error(answer.slice(0, 200) || 'it answered nothing')
  return found
}
