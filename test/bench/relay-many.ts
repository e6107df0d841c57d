import { newId } from '../../core/ids.ts'
import { createLog } from '../../core/log.ts'
import { enqueue } from '../../core/outbox/enqueue.ts'
import type { TicketEffect, TicketEntry } from '../../core/outbox/entry.ts'
import { createRelay } from '../../core/outbox/relay.ts'
import { createInngest, createSender, type InngestSettings } from '../../core/workflows/inngest.ts'
import { cpuOf } from './cpu.ts'
import { answerParent, inputOfParent } from './processes.ts'
import { median } from './statistics.ts'

export type RelayInput = { inngest: InngestSettings }
/** `microseconds` of this process's CPU for each event. */
export type RelayAnswer = { microseconds: number; events: number }

/** Not measured: a desk runs for weeks, and its first thousands of events cost half as much again as all others. */
const firstRounds = 5
const rounds = 25
const ticketsPerRound = 1_000
const effects: TicketEffect[] = [
  { queue: 'triage', kind: 'triage' },
  { queue: 'slack', kind: 'card' },
  { queue: 'discord', kind: 'card' },
]

const { inngest } = await inputOfParent<RelayInput>()
const log = createLog('error')
const send = createSender(createInngest(inngest, log))
let sent = 0
const relay = createRelay(async (events) => {
  await send(events)
  sent += events.length
}, log)

for (let round = 0; round < firstRounds; round++) await relayAll(justFiled())
const each: number[] = []
for (let round = 0; round < rounds; round++) {
  const tickets = justFiled()
  each.push((await cpuOf(() => relayAll(tickets))) / ticketsPerRound)
}
if (sent !== (firstRounds + rounds) * ticketsPerRound) throw new Error(`Inngest took ${sent} events only.`)
answerParent({ microseconds: median(each), events: rounds * ticketsPerRound } satisfies RelayAnswer)

async function relayAll(tickets: ReturnType<typeof justFiled>) {
  for (const ticket of tickets) relay.relay('tickets', ticket)
  await relay.drain()
}

/** Made before the clock runs: filing pays for ids and outboxes, not the relay. */
function justFiled() {
  return Array.from({ length: ticketsPerRound }, newlyFiled)
}

/** What the relay sees of a ticket that was just filed. */
function newlyFiled(): { _id: string; version: number; outbox: TicketEntry[] } {
  const id = newId()
  const { entries } = enqueue<TicketEntry>(
    effects,
    { document: id, version: 1, now: new Date() },
    new Set(effects.map(({ queue }) => queue)),
  )
  return { _id: id, version: 1, outbox: entries }
}
