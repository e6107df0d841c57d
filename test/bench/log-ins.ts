import { setTimeout as sleep } from 'node:timers/promises'
import { startProcess } from './processes.ts'
import type { Row } from './report.ts'
import type { LogInDeskAnswer, LogInDeskInput } from './serve-log-ins.ts'
import type { BenchServices } from './services.ts'
import { percentile } from './statistics.ts'

const perSecond = 20
const seconds = 15
const maxDelayMs = 20
const password = 'correct horse battery'

/** Log-ins at a steady rate against one desk process, which says itself how late its event loop was meanwhile. */
export async function measureLogIns(services: BenchServices): Promise<Row[]> {
  const { answer, stop } = await startProcess<LogInDeskAnswer>('serve-log-ins.ts', {
    databaseUri: services.freshDatabase(),
    accounts: perSecond * seconds,
    password,
  } satisfies LogInDeskInput)
  try {
    const url = `http://127.0.0.1:${answer.port}`
    await logIn(url, answer.emails, 0)
    await delayP99Ms(url)
    const startedAt = performance.now()
    const taken = await atSteadyRate(url, answer.emails)
    const answeredPerSecond = taken.length / ((performance.now() - startedAt) / 1_000)
    return [rowOf(await delayP99Ms(url), taken, answeredPerSecond)]
  } finally {
    await stop()
  }
}

/** Each begins when it is its turn, whether or not the ones before are answered. @returns milliseconds each took */
async function atSteadyRate(url: string, emails: string[]) {
  const startedAt = performance.now()
  const logIns: Promise<number>[] = []
  for (let index = 0; index < perSecond * seconds; index++) {
    await sleep(Math.max(0, startedAt + (index * 1_000) / perSecond - performance.now()))
    logIns.push(logIn(url, emails, index))
  }
  return Promise.all(logIns)
}

/** Everybody from a place of their own: one place is allowed 100 tries. @returns milliseconds @throws Error when it fails */
async function logIn(url: string, emails: string[], index: number): Promise<number> {
  const startedAt = performance.now()
  const response = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.${index >> 8}.${index & 255}` },
    body: JSON.stringify({ email: emails[index], password }),
  })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`A log-in was answered with ${response.status}: ${text}`)
  return performance.now() - startedAt
}

/** Since it was last asked. */
async function delayP99Ms(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const [, value] = text.match(/^desk_event_loop_delay_seconds\{quantile="0\.99"\} (\S+)$/m) ?? []
  if (value === undefined) throw new Error('The metrics do not have the delay of the event loop.')
  return Number(value) * 1_000
}

const rowOf = (delay: number, taken: number[], answeredPerSecond: number): Row => ({
  what: `${perSecond} log-ins/s for ${seconds} s: event-loop delay of the desk's process, p99`,
  target: `<= ${maxDelayMs} ms`,
  measured: [
    `${delay.toFixed(1)} ms`,
    `(${answeredPerSecond.toFixed(0)} answered/s, p50 ${percentile(taken, 0.5).toFixed(0)} ms, p99 ${percentile(taken, 0.99).toFixed(0)} ms)`,
  ].join(' '),
  met: delay <= maxDelayMs,
})
