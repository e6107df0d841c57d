import type { Log } from '../log.ts'
import { repeatedly } from '../repeatedly.ts'
import type { DueDocument } from './due-store.ts'
import { type OutboxCollection, outboxCollections } from './entry.ts'
import type { Outboxes } from './outbox.ts'
import type { OutboxEvent, SendEvents } from './relay.ts'

const sweepEveryMs = 2_000

/** The time makes the id unique for each attempt: Inngest ignores a repeated id for a day. */
const eventOf = (collection: OutboxCollection, { _id, nextAttemptAt, queues }: DueDocument): OutboxEvent => ({
  id: `${collection}:${_id}@${nextAttemptAt.getTime()}`,
  collection,
  document: _id,
  queues,
})

/**
 * Sends new events for entries that have been pending too long, because an event was lost, a queue was wiped or a run
 * gave up. Two processes that sweep at once send the same event ids.
 * @returns how many documents it sent events for
 */
export async function sweep(outboxes: Outboxes, send: SendEvents, now: Date): Promise<number> {
  let swept = 0
  for (const collection of outboxCollections) {
    const outbox = outboxes[collection]
    for (let due = await outbox.due(now); due.length > 0; due = await outbox.due(now)) {
      await send(due.map((document) => eventOf(collection, document)))
      await outbox.markSent(due, now)
      swept += due.length
    }
  }
  return swept
}

/**
 * Sweeps every two seconds until stopped. The first sweep takes everything that is pending: its events may have been
 * lost with the process that wrote it.
 */
export function startSweeping(outboxes: Outboxes, send: SendEvents, clock: () => Date, log: Log) {
  let isFirst = true

  async function round() {
    if (isFirst) for (const collection of outboxCollections) await outboxes[collection].makeAllDue(clock())
    isFirst = false
    const swept = await sweep(outboxes, send, clock())
    if (swept > 0) log.info({ documents: swept }, 'events sent again')
  }

  return repeatedly(round, sweepEveryMs, (error) =>
    log.debug({ reason: error.message }, 'sweep failed; next one in 2 s'),
  )
}
