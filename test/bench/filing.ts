import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Drive, drive, type Target } from './drive.ts'
import { startProcess } from './processes.ts'
import type { Row } from './report.ts'
import { sampleTicket } from './sample-ticket.ts'
import type { BareAnswer, BareInput } from './serve-bare.ts'
import type { DeskAnswer, DeskInput } from './serve-desk.ts'
import type { BenchServices } from './services.ts'
import { median } from './statistics.ts'

const connections = 16
const rounds = 9
const secondsPerRound = 3
/** What a round left behind (events that Inngest is still writing) should not count against the next one. */
const pauseMs = 700
const leastRatio = 0.8

const contestants = ['desk', 'desk without relay', 'bare'] as const
type Contestant = (typeof contestants)[number]
type Round = Record<Contestant, Drive>

/**
 * Filing over HTTP, against the least that Express, a JWT and the driver need. All take turns on one machine and one
 * database server, each round begun by another one, and each round is compared within itself.
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

async function startContestants(services: BenchServices) {
  const jwtSecret = randomBytes(48).toString('base64url')
  const databaseUri = services.freshDatabase()
  const desks = { desk: services.inngest, 'desk without relay': null }
  const stops: (() => Promise<void>)[] = []
  const start = async <Answer>(script: string, input: object) => {
    const { answer, stop } = await startProcess<Answer>(script, input)
    stops.push(stop)
    return answer
  }
  const startDesk = (inngest: DeskInput['inngest'], uri: string) =>
    start<DeskAnswer>('serve-desk.ts', { databaseUri: uri, jwtSecret, inngest } satisfies DeskInput)

  const desk = await startDesk(desks.desk, databaseUri)
  const quiet = await startDesk(null, services.freshDatabase())
  const { documentBytes, token } = desk
  const bare = await start<BareAnswer>('serve-bare.ts', {
    databaseUri,
    jwtSecret,
    documentBytes,
  } satisfies BareInput)
  const targetOf = (port: number, path: string, token: string): Target => ({
    port,
    path,
    token,
    body: sampleTicket,
  })
  return {
    targets: {
      desk: targetOf(desk.port, '/api/tickets', token),
      'desk without relay': targetOf(quiet.port, '/api/tickets', quiet.token),
      bare: targetOf(bare.port, '/tickets', token),
    } satisfies Record<Contestant, Target>,
    documentBytes,
    stop: async () => {
      for (const stop of stops) await stop()
    },
  }
}

async function runRound(targets: Record<Contestant, Target>, round: number): Promise<Round> {
  const results: Partial<Round> = {}
  for (const turn of contestants.keys()) {
    const one = contestants[(turn + round) % contestants.length] as Contestant
    results[one] = await drive(targets[one], { connections, seconds: secondsPerRound })
    await sleep(pauseMs)
  }
  return results as Round
}

const ratioIn = (one: Contestant) => (round: Round) => round[one].perSecond / round.bare.perSecond

const lineOf = (round: number, result: Round) =>
  [
    `filing, round ${round + 1} of ${rounds}:`,
    contestants.map((one) => `${one} ${result[one].perSecond.toFixed(0)}/s`).join(', '),
    `- ratio ${ratioIn('desk')(result).toFixed(2)}, without relay ${ratioIn('desk without relay')(result).toFixed(2)}`,
  ].join(' ')

function rowsOf(results: Round[], documentBytes: number): Row[] {
  const ratios = (one: Contestant) => results.map(ratioIn(one))
  const spread = (one: Contestant) =>
    `${median(ratios(one)).toFixed(2)} (${Math.min(...ratios(one)).toFixed(2)} to ${Math.max(...ratios(one)).toFixed(2)})`
  const of = (one: Contestant, what: keyof Drive) => median(results.map((round) => round[one][what]))
  const speed = (one: Contestant) =>
    `${of(one, 'perSecond').toFixed(0)} requests/s, p50 ${of(one, 'p50Ms').toFixed(1)} ms, p99 ${of(one, 'p99Ms').toFixed(1)} ms`
  return [
    {
      what: `Filing over HTTP, ratio to a bare Express + JWT + insert: median (least to most) of ${rounds} rounds, ${connections} connections`,
      target: `>= ${leastRatio}`,
      measured: spread('desk'),
      met: median(ratios('desk')) >= leastRatio,
    },
    {
      what: 'The same with nothing sent to Inngest',
      target: '-',
      measured: spread('desk without relay'),
      met: null,
    },
    {
      what: `The desk (a document of ${documentBytes} bytes)`,
      target: '-',
      measured: speed('desk'),
      met: null,
    },
    {
      what: 'The desk, nothing sent to Inngest',
      target: '-',
      measured: speed('desk without relay'),
      met: null,
    },
    { what: 'The bare server (the same bytes, no index)', target: '-', measured: speed('bare'), met: null },
  ]
}
