import type { Log } from '../log.ts'
import { outsideOfRequests } from '../log-context.ts'
import type { Lane, Owed, Owner } from './owed.ts'

/** "This document owes something in this lane": the id makes a repeated sending one event. */
export type WakeEvent = { id: string; lane: Lane; owner: Owner; document: string }
export type SendEvents = (events: WakeEvent[]) => Promise<void>

type Written = { _id: string; version: number; outbox: Owed[] }

const gatherMs = 10
const largestBatch = 100

/** One event for each lane in which this version of the document owes something. */
export function eventsFor(owner: Owner, { _id, version, outbox }: Written): WakeEvent[] {
  const fresh = outbox.filter((entry) => entry.id.startsWith(`${_id}:${version}:`))
  return [...new Set(fresh.map((entry) => entry.lane))].map((lane) => ({
    id: `${owner}:${_id}:${lane}:${version}`,
    lane,
    owner,
    document: _id,
  }))
}

/**
 * Sends what was just written to Inngest, in small batches. It never fails its caller and never repeats: an event
 * that does not get through is the sweep's, because the document still says that it owes.
 */
export function createRelay(send: SendEvents, log: Log) {
  const gathered: WakeEvent[] = []
  let timer: NodeJS.Timeout | undefined
  let underWay: Promise<void> = Promise.resolve()

  async function flush() {
    timer = undefined
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

  function relay(owner: Owner, written: Written) {
    gathered.push(...eventsFor(owner, written))
    timer ??= outsideOfRequests(() => setTimeout(begin, gatherMs))
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
