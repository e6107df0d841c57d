import { outboxCollections } from './entry.ts'
import type { OutboxStores } from './outbox-store.ts'

/** How many documents owe something, and for how long the oldest has. */
export async function backlogOf(stores: OutboxStores, now: Date) {
  const parts = await Promise.all(outboxCollections.map((owner) => stores[owner].backlog(now)))
  return {
    documents: parts.reduce((sum, part) => sum + part.depth, 0),
    oldestSeconds: Math.max(...parts.map((part) => part.oldestSeconds)),
  }
}
