import type { Desk } from '../desk.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import { syncDuplicates } from '../tickets/sync-duplicates.ts'

/** Brings the original into line with its duplicates. Mostly that is done already. */
export async function linkTickets(desk: Desk, _id: string, owed: OutboxEntry): Promise<void> {
  if (owed.kind === 'sync-duplicate') await syncDuplicates(desk, owed.other)
}
