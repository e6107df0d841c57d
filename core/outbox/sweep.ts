import type { Log } from '../log.ts'
import { type OutboxCollection, outboxCollections } from './entry.ts'
import type { OutboxStores, PendingDocument } from './outbox-store.ts'
import type { OutboxEvent, SendEvents } from './relay.ts'

const sweepEveryMs = 2_000

/** One debtor's next sending: a new id for each time that it is due, since the server drops a repeated one for a day. */
const eventOf = (owner: OutboxCollection, { _id, nextAttemptAt, queues }: PendingDocument): OutboxEvent => ({
  id: `${owner}:${_id}@${nextAttemptAt.getTime()}`,
  queues,
  owner,
  document: _id,
})

/**
 * Sends again what has been owed for too long: lost events, a wiped queue, runs that gave up. Two processes that
 * sweep at once send the same ids.
 * @returns how many documents were sent for
 */
export async function sweep(stores: OutboxStores, send: SendEvents, now: Date): Promise<number> {
  let swept = 0
  for (const owner of outboxCollections) {
    for (
      let debtors = await stores[owner].due(now);
      debtors.length > 0;
      debtors = await stores[owner].due(now)
    ) {
      await send(debtors.map((debtor) => eventOf(owner, debtor)))
      await stores[owner].sentAgain(debtors, now)
      swept += debtors.length
    }
  }
  return swept
}

/**
 * Sweeps every two seconds until stopped. At first everything that is owed is due: what was written before this start
 * may have been lost with the process that wrote it.
 */
export function startSweeping(stores: OutboxStores, send: SendEvents, clock: () => Date, log: Log) {
  let first = true
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  async function round() {
    try {
      if (first) for (const owner of outboxCollections) await stores[owner].makeAllDue(clock())
      first = false
      const swept = await sweep(stores, send, clock())
      if (swept > 0) log.info({ documents: swept }, 'sent again what was still owed')
    } catch (error) {
      log.debug({ reason: (error as Error).message }, 'the sweep could not send; it tries again')
    }
    if (!stopped) timer = setTimeout(round, sweepEveryMs)
  }

  timer = setTimeout(round, sweepEveryMs)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
