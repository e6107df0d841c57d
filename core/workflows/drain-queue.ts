import { isHeld, type LeaseStore } from '../database/lease-store.ts'
import { withLogContext } from '../log-context.ts'
import type { OutboxEntry, OutboxQueue } from '../outbox/entry.ts'
import type { OutboxStore } from '../outbox/outbox-store.ts'
import { HeldByAnother } from './pauses.ts'

type Perform = (entry: OutboxEntry) => Promise<Record<string, unknown> | undefined>
type Owners = { outbox: OutboxStore; leases: LeaseStore }

/**
 * Does what one document owes in one queue, oldest first, until nothing is left. The document decides the order, not
 * the queue: an event only says "look". What fails stays owed, and what comes after it waits.
 * @param perform does one entry and says what to set on the document as it is removed
 * @returns how many entries were done
 * @throws RetryLater when somebody else is at it: to look again when they should be done, or dead
 */
export async function drainQueue(
  outboxCollections: Owners,
  id: string,
  queue: OutboxQueue,
  perform: Perform,
): Promise<number> {
  let done = 0
  // what was added after the last look, but before the lease was given back, is found by looking once more
  while ((await outboxCollections.outbox.owedIn(id, queue)).length > 0) {
    const result = await outboxCollections.leases.whileHolding(id, queue, () =>
      withLogContext({ document: id, queue }, () => clear(outboxCollections.outbox, id, queue, perform)),
    )
    if (isHeld(result)) throw heldByAnother(result.heldUntil)
    done += result
  }
  return done
}

async function clear(outbox: OutboxStore, id: string, queue: OutboxQueue, perform: Perform): Promise<number> {
  let done = 0
  for (;;) {
    const owed = await outbox.owedIn(id, queue)
    const [first] = owed
    if (!first) return done
    const set = await perform(first)
    // a card shows the ticket as it is now, so one drawing pays for all that were owed when it began
    const also = first.kind === 'card' ? owed.filter((entry) => entry.kind === 'card') : [first]
    await outbox.settle(
      id,
      also.map((entry) => entry.id),
      set,
    )
    done += also.length
  }
}

export const heldByAnother = (until: Date) =>
  new HeldByAnother('Somebody else is at it', Math.max(until.getTime() - Date.now(), 0) + 500)
