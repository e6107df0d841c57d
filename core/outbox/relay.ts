import type { Log } from '../log.ts'
import { withoutLogContext } from '../log-context.ts'
import type { OutboxCollection, OutboxEntry, OutboxQueue } from './entry.ts'

/** "This document has entries in these queues." Sent twice under one id, it is one event. */
export type OutboxEvent = {
  id: string
  collection: OutboxCollection
  document: string
  queues: OutboxQueue[]
}
export type SendEvents = (events: OutboxEvent[]) => Promise<void>

type Written = { _id: string; version: number; outbox: OutboxEntry[] }

const collectMs = 10
/** In a burst, fewer and larger batches leave more of the machine to those who wait for an answer. */
const collectInBurstMs = 100
const burst = 3
const maxBatch = 100

/**
 * One event for everything that this version of the document has added: an event costs Inngest more than a filing.
 * @param except queues that the caller drains itself
 */
export function eventsFor(
  collection: OutboxCollection,
  { _id, version, outbox }: Written,
  except: readonly OutboxQueue[] = [],
): OutboxEvent[] {
  const added = outbox.filter(
    ({ id, queue }) => id.startsWith(`${_id}:${version}:`) && !except.includes(queue),
  )
  const queues = [...new Set(added.map(({ queue }) => queue))]
  return queues.length > 0
    ? [{ id: `${collection}:${_id}:${version}`, collection, document: _id, queues }]
    : []
}

/**
 * Sends events for what was just written, in small batches. It never fails its caller and never retries: an event that
 * does not get through is left to the sweep.
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

  function relay(collection: OutboxCollection, written: Written, except?: readonly OutboxQueue[]) {
    const events = eventsFor(collection, written, except)
    if (events.length === 0) return
    collected.push(...events)
    timer ??= withoutLogContext(() => setTimeout(begin, waitMs))
  }

  /** Sends now what is collected, and waits for it. */
  async function drain() {
    clearTimeout(timer)
    await underWay
    await flush()
  }

  return { relay, drain }
}

export type Relay = ReturnType<typeof createRelay>
