import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { apiClient } from '../support/api-client.ts'
import { listenTo } from '../support/stream-reader.ts'
import { startProcess } from './processes.ts'
import type { Row } from './report.ts'
import { sampleTicket } from './sample-ticket.ts'
import type { LiveAnswer, LiveInput } from './serve-live.ts'
import type { BenchServices } from './services.ts'
import { median } from './statistics.ts'

const changes = 20
const sessions = 100
const streamsPerSession = 10
const logOuts = 5
const maxSeconds = 1
const maxKibibytes = 300

type Stream = Awaited<ReturnType<typeof listenTo>>
type Two = { filing: string; listening: string; listenerPid: number; tokens: string[] }

/** How soon clients of one process hear what happens on another, and what a client costs. */
export async function measureLive(services: BenchServices): Promise<Row[]> {
  const databaseUri = services.freshDatabase()
  const jwtSecret = randomBytes(48).toString('base64url')
  const start = (count: number) =>
    startProcess<LiveAnswer>('serve-live.ts', { databaseUri, jwtSecret, sessions: count } satisfies LiveInput)
  const filer = await start(sessions)
  const listener = await start(0)
  try {
    const urlOf = ({ answer }: typeof filer) => `http://127.0.0.1:${answer.port}`
    const two: Two = {
      filing: urlOf(filer),
      listening: urlOf(listener),
      listenerPid: listener.pid,
      tokens: filer.answer.tokens,
    }
    return [
      await oneAfterTheOther(two),
      ...(await manyStreams(two)),
      await logOutsOf(two), // Last, because it uses sessions up.
    ]
  } finally {
    await filer.stop()
    await listener.stop()
  }
}

const tokenAt = ({ tokens }: Two, index: number) => tokens[index % tokens.length] ?? ''

/** @returns milliseconds from the request until each of the streams has heard of the ticket */
async function heardAfter(two: Two, streams: Stream[]): Promise<number[]> {
  const startedAt = Date.now()
  const filed = apiClient(two.filing, tokenAt(two, 0)).post<{ ticket: { id: string } }>(
    '/api/tickets',
    sampleTicket,
  )
  const { id } = (await filed).body.ticket
  const heard = await Promise.all(streams.map((stream) => stream.hear(({ data }) => data.id === id, 30_000)))
  return heard.map(({ at }) => at - startedAt)
}

async function oneAfterTheOther(two: Two): Promise<Row> {
  const stream = await listenTo(two.listening, tokenAt(two, 0))
  const times: number[] = []
  for (let change = 0; change < changes; change++) times.push(...(await heardAfter(two, [stream])))
  await stream.leave()
  return rowOf(`A filed ticket is heard on another process: median (most) of ${changes}`, times)
}

async function manyStreams(two: Two): Promise<Row[]> {
  const count = sessions * streamsPerSession
  const before = residentKibibytes(two.listenerPid)
  const streams = await Promise.all(
    Array.from({ length: count }, (_, index) => listenTo(two.listening, tokenAt(two, index))),
  )
  const after = residentKibibytes(two.listenerPid)
  const times = await heardAfter(two, streams)
  await Promise.all(streams.map((stream) => stream.leave()))
  const each = before !== null && after !== null ? (after - before) / count : null
  const streamsInWords = `${count.toLocaleString('en')} streams on one process`
  return [
    rowOf(`The same with ${streamsInWords}: median (last)`, times),
    {
      what: `Memory of the process for each of ${streamsInWords}`,
      target: `<= ${maxKibibytes} KiB`,
      measured: each === null ? 'not known' : `${each.toFixed(0)} KiB`,
      met: each === null ? null : each <= maxKibibytes,
    },
  ]
}

async function logOutsOf(two: Two): Promise<Row> {
  const times: number[] = []
  for (let index = 1; index <= logOuts; index++) {
    const stream = await listenTo(two.listening, tokenAt(two, index))
    const startedAt = Date.now()
    await apiClient(two.filing, tokenAt(two, index)).post('/api/auth/logout')
    await stream.ended
    times.push(Date.now() - startedAt)
  }
  return rowOf(`A stream ends after a log-out on another process: median (most) of ${logOuts}`, times)
}

const rowOf = (what: string, times: number[]): Row => ({
  what,
  target: `<= ${maxSeconds} s`,
  measured: `${(median(times) / 1_000).toFixed(2)} s (${(Math.max(...times) / 1_000).toFixed(2)} s)`,
  met: Math.max(...times) <= maxSeconds * 1_000,
})

/** @returns null where there is no /proc */
function residentKibibytes(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+) kB/m)?.[1])
  } catch {
    return null
  }
}
