import type { OutboxStore } from '../outbox/outbox-store.ts'
import type { Lane, Owed } from '../outbox/owed.ts'

/**
 * Does what one document owes in one lane, oldest first, until nothing is left. The document decides the order, not
 * the queue: an event only says "look". What fails stays owed, and what comes after it waits.
 * @param perform does one entry and says what to set on the document as it is removed
 * @returns how many entries were done
 */
export async function clearLane(
  outbox: OutboxStore,
  owner: string,
  lane: Lane,
  perform: (entry: Owed) => Promise<Record<string, unknown> | undefined>,
): Promise<number> {
  let done = 0
  for (;;) {
    const owed = await outbox.owedIn(owner, lane)
    const [first] = owed
    if (!first) return done
    const set = await perform(first)
    // a card shows the ticket as it is now, so one drawing pays for all that were owed when it began
    const also = first.kind === 'card' ? owed.filter((entry) => entry.kind === 'card') : [first]
    await outbox.settle(
      owner,
      also.map((entry) => entry.id),
      set,
    )
    done += also.length
  }
}
