import { setImmediate as nextTurn } from 'node:timers/promises'
import pTimeout from 'p-timeout'
import type { Log } from '../../log.ts'
import { repeatedly } from '../../repeatedly.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { type Asked, createSimilarIndex, maxTickets, type Similar } from '../local/similar/similar-index.ts'
import { type ChangedTicket, indexBatchSize, type SimilarStore } from './similar-store.ts'

const everyMs = 5_000
/** How late a change can become visible, because clocks differ or a write takes long. */
const overlapMs = 3_000
/** A search doesn't wait longer for the newest changes, for example while the index is built after a start. */
const patienceMs = 1_000

/** Less is chance. All known duplicates among the training rows share more: docs/triage.md. */
const minSimilarity = 0.2

/** What decides who may find a ticket, as far as the index knows. */
export type Facts = Pick<Ticket, 'audience' | 'status' | 'version'> & { requester: string }

/**
 * The index of similar tickets in this process: the 20,000 that were changed last. It reads what has changed every 5 s and
 * before each search, so that a ticket whose secrets were removed, or that was deleted, is soon forgotten. Reading and
 * searching let other work continue in between.
 */
export function createTicketIndex(store: SimilarStore, now: () => Date) {
  const index = createSimilarIndex<Facts>()
  let from: Date | undefined
  let running: Promise<void> | undefined

  async function read(ticket: ChangedTicket) {
    const { _id, audience, status, version, requester } = ticket
    if (index.factsOf(_id)?.version === version) return
    if (ticket.deleted || ticket.duplicateOf) index.remove(_id)
    else index.put(_id, ticket, { audience, status, version, requester: requester.id })
    await nextTurn()
  }

  async function readChanges() {
    const startedAt = now().getTime()
    from ??= await store.changedSinceCount(maxTickets)
    let last: ChangedTicket | undefined
    for (;;) {
      const changed = await store.changedSince(from, last)
      for (const ticket of changed) await read(ticket)
      last = changed.at(-1)
      if (changed.length < indexBatchSize) break
    }
    from = new Date(startedAt - overlapMs)
  }

  const catchUp = () => {
    running ??= readChanges().finally(() => {
      running = undefined
    })
    return running
  }

  /** The tickets that are similar, the most similar first. Whoever shows one checks again who may see it. */
  async function find(
    ticket: Pick<Ticket, 'title' | 'description'>,
    asked: Asked<Facts>,
  ): Promise<Similar[]> {
    await pTimeout(catchUp(), { milliseconds: patienceMs, fallback: () => undefined })
    const steps = index.search(ticket, asked)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value.filter(({ similarity }) => similarity >= minSimilarity)
      await nextTurn()
    }
  }

  /** Keeps up with changes. @returns a function that stops it */
  const start = (log: Log) =>
    repeatedly(catchUp, everyMs, (error) =>
      log.debug({ reason: error.message }, 'the index of similar tickets is behind'),
    )

  return { find, present: store.present, catchUp, start }
}

export type TicketIndex = ReturnType<typeof createTicketIndex>
