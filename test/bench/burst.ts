import { setTimeout as sleep } from 'node:timers/promises'
import pLimit from 'p-limit'
import { type ApiClient, apiClient } from '../support/api-client.ts'
import { waitFor } from '../support/wait-for.ts'
import { adminToken } from './admin-token.ts'
import { type DeskOfCheckout, startDeskOfCheckout } from './desk-of-checkout.ts'
import { type MailCounter, startMailCounter } from './mail-counter.ts'
import { cpuBetween, cpuOfDesk, type DeskCpu } from './process-cpu.ts'
import { type Row, tableOf } from './report.ts'
import { sampleTicket } from './sample-ticket.ts'
import { median } from './statistics.ts'

const moderators = 5
const capacity = 500
const connections = 50
const singles = 5
const deadlineMs = 300_000
const idleShare = 0.1

const minPerSecond = 25
const maxSingleMs = 2_000

type Options = { tickets?: number; checkout?: string; report: (line: string) => void }
type Filed = { number: number }
type Bench = { desk: DeskOfCheckout; mail: MailCounter; api: ApiClient; report: Options['report'] }

/**
 * Files many tickets at once and waits until each is triaged, assigned, and its mail is with its moderator; then, with
 * the desk idle again, files a few one by one. Everything goes through the HTTP API and the mail server, so that the
 * desk of an older checkout can be measured by the same script.
 * @throws Error when a ticket is refused, or is not triaged and assigned although its mail came
 */
export async function measureBurst({
  tickets = Number(process.env.BURST_TICKETS ?? 1_000),
  checkout = process.env.DESK_CHECKOUT ?? process.cwd(),
  report,
}: Options): Promise<Row[]> {
  if (!(tickets >= 1 && tickets < moderators * capacity)) throw new Error('BURST_TICKETS: from 1 to 2,499.')
  report(`burst: starting a desk with services of its own (${checkout})`)
  const mail = await startMailCounter()
  const desk = await startDeskOfCheckout(checkout, mailOf(mail)).catch(async (error) => {
    await mail.stop()
    throw error
  })
  const stop = async () => {
    await desk.stop()
    await mail.stop()
  }
  const interrupted = () => void stop().finally(() => process.exit(130))
  process.once('SIGINT', interrupted)
  try {
    const api = apiClient(desk.url, await adminToken(desk))
    const bench = { desk, mail, api, report }
    await makeModerators(bench)
    await timeOne(bench, 'First')
    await idle(desk)
    const burst = await runBurst(bench, tickets)
    const singleMs = burst.told < tickets ? [] : await timeSingles(bench)
    return rowsOf(burst, singleMs)
  } finally {
    process.off('SIGINT', interrupted)
    await stop()
  }
}

const mailOf = ({ port }: MailCounter) => ({
  MAILTRAP_SMTP_HOST: '127.0.0.1',
  MAILTRAP_SMTP_PORT: String(port),
})

async function makeModerators({ api, mail }: Bench) {
  for (let index = 1; index <= moderators; index++) {
    const account = { email: `max-${index}@example.com`, name: `Max Moe ${index}`, role: 'moderator' }
    const { body } = await api.post<{ user: { id: string } }>('/api/auth/invite', account)
    const { status } = await api.post('/api/auth/update-user', { id: body.user.id, onDuty: true, capacity })
    if (status !== 200) throw new Error(`The desk refuses a moderator: ${status}.`)
  }
  await waitFor(() => mail.others() >= moderators, { what: 'the invitations', timeoutMs: 60_000 })
}

async function file({ api }: Bench, name: string): Promise<number> {
  const { status, body } = await api.post<{ ticket: Filed }>('/api/tickets', {
    ...sampleTicket,
    title: `${sampleTicket.title} (${name})`,
  })
  if (status !== 201) throw new Error(`The desk refuses a ticket: ${status} ${JSON.stringify(body)}`)
  return body.ticket.number
}

type Burst = { tickets: number; told: number; filedSeconds: number; seconds: number; cpu: DeskCpu | null }

/** @returns `seconds` from the first filing to the last mail; the CPU includes what is still to do after that mail. */
async function runBurst(bench: Bench, tickets: number): Promise<Burst> {
  const { desk, mail, report } = bench
  const cpuBefore = cpuOfDesk(desk.pid)
  const startedAt = performance.now()
  const since = () => (performance.now() - startedAt) / 1_000
  const limit = pLimit(connections)
  const numbers = await Promise.all(
    Array.from({ length: tickets }, (_, index) => limit(() => file(bench, `${index + 1}`))),
  )
  const filedSeconds = since()
  const told = () => numbers.filter((number) => mail.counts.has(number)).length
  const progress = setInterval(
    () => report(`burst: ${told()} of ${tickets} after ${since().toFixed(0)} s`),
    5_000,
  )
  const giveUp = new AbortController()
  const inTime = await Promise.race([
    Promise.all(numbers.map(mail.mailAbout)).then(() => true),
    sleep(deadlineMs - since() * 1_000, false, { signal: giveUp.signal }),
  ])
  const seconds = since()
  giveUp.abort()
  clearInterval(progress)
  if (!inTime) return { tickets, told: told(), filedSeconds, seconds, cpu: null }
  await idle(desk)
  const cpuAfter = cpuOfDesk(desk.pid)
  await assertAllAssigned(bench, numbers)
  const cpu = cpuBefore && cpuAfter && cpuBetween(cpuBefore, cpuAfter)
  return { tickets, told: tickets, filedSeconds, seconds, cpu }
}

type Listed = { number: number; priority: string | null; assignee: { id: string } | null }

/** @throws Error unless each ticket is triaged and assigned, and exactly one mail came about it */
async function assertAllAssigned({ api, mail }: Bench, numbers: number[]) {
  const done = new Set<number>()
  let after = ''
  do {
    const { body } = await api.get<{ tickets: Listed[]; next: string | null }>(
      `/api/tickets?limit=100${after}`,
    )
    for (const { number, priority, assignee } of body.tickets) if (priority && assignee) done.add(number)
    after = body.next ? `&after=${encodeURIComponent(body.next)}` : ''
  } while (after)
  const missing = numbers.filter((number) => !done.has(number))
  if (missing.length > 0) throw new Error(`Not triaged and assigned: #${missing.join(', #')}.`)
  const twice = numbers.filter((number) => mail.counts.get(number) !== 1)
  if (twice.length > 0) throw new Error(`More than one mail: #${twice.join(', #')}.`)
}

async function timeSingles(bench: Bench): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < singles; index++) {
    await sleep(1_000)
    times.push(await timeOne(bench, `single ${index + 1}`))
  }
  return times
}

/** @returns milliseconds from the request to the moderator's mail @throws Error when none comes within a minute */
async function timeOne(bench: Bench, name: string): Promise<number> {
  const startedAt = performance.now()
  const number = await file(bench, name)
  const giveUp = new AbortController()
  await Promise.race([
    bench.mail.mailAbout(number),
    sleep(60_000, undefined, { signal: giveUp.signal }).then(() => {
      throw new Error(`No mail about a single ticket:\n${bench.desk.output().slice(-2_000)}`)
    }),
  ])
  giveUp.abort()
  return performance.now() - startedAt
}

/** Waits, a minute at most, until the desk and its services use next to no CPU for two seconds. */
async function idle({ pid }: DeskOfCheckout) {
  const looksMs = 500
  let quiet = 0
  for (let look = 0; look < 120 && quiet < 4; look++) {
    const before = cpuOfDesk(pid)
    await sleep(looksMs)
    const after = cpuOfDesk(pid)
    if (!before || !after) continue
    const { desk, inngest, database } = cpuBetween(before, after)
    quiet = (desk + inngest + database) / (looksMs / 1_000) < idleShare ? quiet + 1 : 0
  }
}

function rowsOf({ tickets, told, filedSeconds, seconds, cpu }: Burst, singleMs: number[]): Row[] {
  const count = tickets.toLocaleString('en')
  const perSecond = told / seconds
  const eachMs = (used: number) => `${((used / tickets) * 1_000).toFixed(0)} ms`
  const singleMedian = median(singleMs)
  return [
    {
      what: `Burst: ${count} tickets filed at once, until each is triaged, assigned and its mail delivered`,
      target: `>= ${minPerSecond} tickets/s on 2 cores`,
      measured: [
        `${perSecond.toFixed(1)} tickets/s`,
        `${seconds.toFixed(1)} s, of which filing ${filedSeconds.toFixed(1)} s`,
        ...(told < tickets ? [`given up at ${told} of ${count}`] : []),
      ].join('; '),
      met: told === tickets && perSecond >= minPerSecond,
    },
    {
      what: 'CPU for each of them',
      target: '-',
      measured: cpu
        ? `desk ${eachMs(cpu.desk)}, Inngest ${eachMs(cpu.inngest)}, database ${eachMs(cpu.database)}`
        : 'not known',
      met: null,
    },
    {
      what: `One ticket on the idle desk, from its filing to its mail: median of ${singles}`,
      target: `<= ${maxSingleMs / 1_000} s`,
      measured: singleMs.length > 0 ? `${(singleMedian / 1_000).toFixed(2)} s` : 'not measured',
      met: singleMs.length > 0 && singleMedian <= maxSingleMs,
    },
  ]
}

/** By itself: `node test/bench/burst.ts`. */
if (import.meta.main) console.log(`\n${tableOf(await measureBurst({ report: (line) => console.log(line) }))}`)
