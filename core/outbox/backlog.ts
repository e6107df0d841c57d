import { outboxCollections } from './entry.ts'
import type { Outboxes } from './outbox.ts'

/** How many documents have pending entries, at most 1,000 per collection, and how old the oldest entry is. */
export async function backlogOf(outboxes: Outboxes, now: Date) {
  const parts = await Promise.all(outboxCollections.map((collection) => outboxes[collection].backlog(now)))
  return {
    documents: parts.reduce((sum, part) => sum + part.depth, 0),
    oldestSeconds: Math.max(...parts.map((part) => part.oldestSeconds)),
  }
}
