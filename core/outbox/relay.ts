import type { Log } from '../log.ts'
import { outsideOfRequests } from '../log-context.ts'
import type { OutboxCollection, OutboxEntry, OutboxQueue } from './entry.ts'

/** "This document has entries in these queues." Inngest ignores a second event with the same id. */
export type OutboxEvent = {
  id: string
  collection: OutboxCollection
  document: string
  queues: OutboxQueue[]
}
export type SendEvents = (events: OutboxEvent[]) => Promise<void>

type Written = { _id: string; version: number; outbox: OutboxEntry[] }

const collectMs = 10
/** In a burst, fewer and larger batches leave more CPU time for requests. */
const collectInBurstMs = 100
const burst = 3
const maxBatch = 100

/** One event for all entries that a change has added: an event costs more than the rest of filing a ticket. */
export function eventsFor(collection: OutboxCollection, { _id, version, outbox }: Written): OutboxEvent[] {
  const added = outbox.filter((entry) => entry.id.startsWith(`${_id}:${version}:`))
  const queues = [...new Set(added.map(({ queue }) => queue))]
  return queues.length > 0
    ? [{ id: `${collection}:${_id}:${version}`, collection, document: _id, queues }]
    : []
}

/**
 * Sends events for new entries, in small batches. It never fails its caller and never retries: the sweep replaces
 * events that did not get through.
 */
export function createRelay(send: SendEvents, log: Log) {
  const collected: OutboxEvent[] = []
  let timer: NodeJS.Timeout | undefined
  let waitMs = collectMs
  let underWay: Promise<void> = Promise.resolve()

  async function flush() {
    timer = undefined
    waitMs = collected.length < burst ? collectMs : collectInBurstMs
    while (collected.length > 0) {
      const batch = collected.splice(0, maxBatch)
      await send(batch).catch((error: Error) =>
        log.warn(
          { events: batch.length, reason: error.message },
          'Inngest takes no events; the sweep sends them again',
        ),
      )
    }
  }

  function begin() {
    const earlier = underWay
    underWay = flush().then(() => earlier)
  }

  function relay(collection: OutboxCollection, written: Written) {
    collected.push(...eventsFor(collection, written))
    timer ??= outsideOfRequests(() => setTimeout(begin, waitMs))
  }

  /** Sends the collected events now, and waits until they are sent. */
  async function drain() {
    clearTimeout(timer)
    await underWay
    await flush()
  }

  return { relay, drain }
}

export type Relay = ReturnType<typeof createRelay>
