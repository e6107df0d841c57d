import { randomBytes } from 'node:crypto'
import { mongo } from 'mongoose'
import { type Drive, drive, type Target } from './drive.ts'
import { startProcess } from './processes.ts'
import { machineIsQuiet } from './quiet.ts'
import type { Row } from './report.ts'
import { sampleTicket } from './sample-ticket.ts'
import type { BareAnswer, BareInput } from './serve-bare.ts'
import type { DeskAnswer, DeskInput } from './serve-desk.ts'
import type { BenchServices } from './services.ts'
import { median } from './statistics.ts'

const connections = 16
const rounds = 15
const secondsPerRound = 3
const minRatio = 0.8

const contestants = ['desk', 'desk, nothing sent', 'bare, indexed', 'bare'] as const
type Contestant = (typeof contestants)[number]
type Targets = Record<Contestant, Target>
type Round = Record<Contestant, Drive>

/**
 * Filing over HTTP, against the least that Express, a JWT and the driver need for it. All take turns on one machine
 * and one database server, each round begun by another one, and each round is compared within itself.
 */
export async function measureFiling(services: BenchServices, report: (line: string) => void): Promise<Row[]> {
  const { targets, documentBytes, stop } = await startContestants(services)
  try {
    for (const one of contestants) await drive(targets[one], { connections, seconds: 2 })
    const results: Round[] = []
    for (let round = 0; round < rounds; round++) {
      const result = await runRound(targets, round)
      report(lineOf(round, result))
      results.push(result)
    }
    return rowsOf(results, documentBytes)
  } finally {
    await stop()
  }
}

/** Each in a process and on a database of its own. */
async function startContestants(services: BenchServices) {
  const jwtSecret = randomBytes(48).toString('base64url')
  const stops: (() => Promise<void>)[] = []
  const start = async <Answer>(script: string, input: object) => {
    const { answer, stop } = await startProcess<Answer>(script, input)
    stops.push(stop)
    return answer
  }
  const startDesk = (inngest: DeskInput['inngest']) =>
    start<DeskAnswer>('serve-desk.ts', {
      databaseUri: services.freshDatabase(),
      jwtSecret,
      inngest,
    } satisfies DeskInput)
  const startBare = (document: DeskAnswer['document'], indexed: boolean) =>
    start<BareAnswer>('serve-bare.ts', {
      databaseUri: services.freshDatabase(),
      jwtSecret,
      document,
      indexed,
    } satisfies BareInput)

  const desk = await startDesk(services.inngest)
  const quiet = await startDesk(null)
  const indexed = await startBare(desk.document, true)
  const bare = await startBare(desk.document, false)
  const body = sampleTicket
  const targets: Targets = {
    desk: { port: desk.port, path: '/api/tickets', token: desk.token, body },
    'desk, nothing sent': { port: quiet.port, path: '/api/tickets', token: quiet.token, body },
    'bare, indexed': { port: indexed.port, path: '/tickets', token: desk.token, body },
    bare: { port: bare.port, path: '/tickets', token: desk.token, body },
  }
  const stop = async () => {
    for (const stopOne of stops) await stopOne()
  }
  return { targets, documentBytes: mongo.BSON.calculateObjectSize(desk.document), stop }
}

async function runRound(targets: Targets, round: number): Promise<Round> {
  const results: Partial<Round> = {}
  for (const turn of contestants.keys()) {
    const one = contestants[(turn + round) % contestants.length] as Contestant
    await machineIsQuiet()
    results[one] = await drive(targets[one], { connections, seconds: secondsPerRound })
  }
  return results as Round
}

const ratio = (round: Round, one: Contestant, to: Contestant) => round[one].perSecond / round[to].perSecond

const lineOf = (round: number, result: Round) =>
  [
    `filing, round ${round + 1} of ${rounds}, requests/s:`,
    contestants.map((one) => `${one} ${result[one].perSecond.toFixed(0)}`).join('; '),
  ].join(' ')

function rowsOf(results: Round[], documentBytes: number): Row[] {
  const compared = (one: Contestant, to: Contestant) => {
    const ratios = results.map((round) => ratio(round, one, to))
    const middle = median(ratios)
    const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`
    return { middle, measured: `${middle.toFixed(2)} (${spread})` }
  }
  const middleOf = (one: Contestant, figure: keyof Drive) =>
    median(results.map((round) => round[one][figure]))
  const speed = (one: Contestant, what: string): Row => ({
    what,
    target: '-',
    measured: [
      `${middleOf(one, 'perSecond').toFixed(0)} requests/s`,
      `p50 ${middleOf(one, 'p50Ms').toFixed(1)} ms`,
      `p99 ${middleOf(one, 'p99Ms').toFixed(1)} ms`,
    ].join(', '),
    met: null,
  })
  const whole = compared('desk', 'bare')
  const bare = 'a bare Express + JWT + insert of the same document'
  return [
    {
      what: `Filing over HTTP, ratio to ${bare}: median (least to most) of ${rounds} rounds, ${connections} connections`,
      target: `>= ${minRatio}`,
      measured: whole.measured,
      met: whole.middle >= minRatio,
    },
    {
      what: 'The same without what Inngest takes of this machine: nothing is sent to it',
      target: '-',
      measured: compared('desk, nothing sent', 'bare').measured,
      met: null,
    },
    {
      what: 'The same, and the bare server has to keep the same indexes',
      target: '-',
      measured: compared('desk, nothing sent', 'bare, indexed').measured,
      met: null,
    },
    speed('desk', `The desk (a document of ${documentBytes.toLocaleString('en')} bytes)`),
    speed('desk, nothing sent', 'The desk, nothing sent to Inngest'),
    speed('bare, indexed', 'The bare server, the same indexes'),
    speed('bare', 'The bare server, no index'),
  ]
}
