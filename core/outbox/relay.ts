import type { Log } from '../log.ts'
import { outsideOfRequests } from '../log-context.ts'
import type { OutboxCollection, OutboxEntry, OutboxQueue } from './entry.ts'

/** "This document owes something in these queues": the id makes a repeated sending one event. */
export type OutboxEvent = { id: string; queues: OutboxQueue[]; owner: OutboxCollection; document: string }
export type SendEvents = (events: OutboxEvent[]) => Promise<void>

type Written = { _id: string; version: number; outbox: OutboxEntry[] }

const gatherMs = 10
/** While much is written: few large batches leave more of the machine to those who wait for an answer. */
const gatherInBurstMs = 100
const burst = 3
const largestBatch = 100

/** What this version of the document owes, as one event: each costs Inngest more than all the rest of a filing. */
export function eventsFor(owner: OutboxCollection, { _id, version, outbox }: Written): OutboxEvent[] {
  const fresh = outbox.filter((entry) => entry.id.startsWith(`${_id}:${version}:`))
  const queues = [...new Set(fresh.map((entry) => entry.queue))]
  return queues.length > 0 ? [{ id: `${owner}:${_id}:${version}`, queues, owner, document: _id }] : []
}

/**
 * Sends what was just written to Inngest, in small batches. It never fails its caller and never repeats: an event
 * that does not get through is the sweep's, because the document still says that it owes.
 */
export function createRelay(send: SendEvents, log: Log) {
  const gathered: OutboxEvent[] = []
  let timer: NodeJS.Timeout | undefined
  let waitMs = gatherMs
  let underWay: Promise<void> = Promise.resolve()

  async function flush() {
    timer = undefined
    waitMs = gathered.length < burst ? gatherMs : gatherInBurstMs
    while (gathered.length > 0) {
      const batch = gathered.splice(0, largestBatch)
      await send(batch).catch((error: Error) =>
        log.warn(
          { events: batch.length, reason: error.message },
          'Inngest does not take events; the sweep will send them again',
        ),
      )
    }
  }

  function begin() {
    const earlier = underWay
    underWay = flush().then(() => earlier)
  }

  function relay(owner: OutboxCollection, written: Written) {
    gathered.push(...eventsFor(owner, written))
    timer ??= outsideOfRequests(() => setTimeout(begin, waitMs))
  }

  /** Sends what is gathered now and waits for it. */
  async function drain() {
    clearTimeout(timer)
    await underWay
    await flush()
  }

  return { relay, drain }
}

export type Relay = ReturnType<typeof createRelay>
