import { catalogId } from '../catalog/catalog.ts'
import { staleWriteWindowMs } from '../database/stale-write-window.ts'
import type { Desk } from '../desk.ts'
import { writeAuditEntry } from '../outbox/audit.ts'
import {
  type AccountEntry,
  type CatalogEntry,
  type EntryIn,
  type OutboxEntry,
  type TicketEntry,
  UnknownEntry,
} from '../outbox/entry.ts'
import { RepeatLater } from '../provider-errors.ts'
import { syncDuplicates } from '../tickets/duplicates/sync-duplicates.ts'
import { eraseTicket } from '../tickets/erase-ticket.ts'
import { resortTickets } from '../tickets/lists/resort-tickets.ts'
import { renameEverywhere } from '../tickets/rename-everywhere.ts'
import { leaveStaff } from '../users/leave-staff.ts'
import { reassignAll } from '../users/merge-accounts.ts'
import type { Worker } from './worker.ts'
import { defaultConcurrency, taskPerDocument, type Workflow } from './workflow.ts'

/** Runs when a change affects other documents: the audit log, other tickets, sessions or stored names. */
export const maintenance = ({ desk }: Pick<Worker, 'desk'>): Workflow => ({
  queue: 'maintenance',
  step: 'update what depends on the change',
  concurrency: defaultConcurrency,
  on: {
    tickets: taskPerDocument((id) =>
      desk.tickets.outbox.drain(id, 'maintenance', async (ticket, entry) => {
        await maintainTicket(desk, id, entry)
        return { result: `#${ticket.number} ${entry.kind}` }
      }),
    ),
    users: taskPerDocument((id) =>
      desk.users.outbox.drain(id, 'maintenance', async (_user, entry) => {
        await maintainAccount(desk, id, entry)
        return { result: `account ${id} ${entry.kind}` }
      }),
    ),
    catalog: () => [
      () =>
        desk.catalog.outbox.drain(catalogId, 'maintenance', async (_catalog, entry) => {
          await maintainCatalog(desk, entry)
          return { result: `catalog ${entry.kind}` }
        }),
    ],
  },
})

async function maintainTicket(desk: Desk, id: string, entry: EntryIn<'maintenance', TicketEntry>) {
  switch (entry.kind) {
    case 'record':
      return writeAuditEntry(desk, entry)
    case 'erase':
      return twice(desk, entry, () => eraseTicket(desk, id))
    case 'sync-duplicate':
      return syncDuplicates(desk, entry.other)
    default:
      throw new UnknownEntry(entry)
  }
}

async function maintainAccount(desk: Desk, id: string, entry: EntryIn<'maintenance', AccountEntry>) {
  switch (entry.kind) {
    case 'record':
      return writeAuditEntry(desk, entry)
    case 'sign-out':
      if (entry.apiKeys) await desk.apiKeys.revokeBefore(id, entry.at)
      return desk.sessions.endBefore(id, entry.at, entry.keep)
    case 'rename':
      return twice(desk, entry, () => followName(desk, id))
    case 'leave-staff':
      return twice(desk, entry, () => leaveStaff(desk, id))
    case 'merge':
      return twice(desk, entry, () => reassignAll(desk, id))
    default:
      throw new UnknownEntry(entry)
  }
}

/** Lists that are sorted by people, and searches, follow a new name or address. */
async function followName(desk: Desk, id: string) {
  await resortTickets(desk, id)
  await desk.projectTextsOf(id)
}

async function maintainCatalog(desk: Desk, entry: CatalogEntry) {
  switch (entry.kind) {
    case 'record':
      return writeAuditEntry(desk, entry)
    case 'rename':
      return againIn(await renameEverywhere(desk, entry))
    default:
      throw new UnknownEntry(entry)
  }
}

/** Runs `work` now and again after the stale-write window. @throws RepeatLater until that window has passed */
async function twice(desk: Pick<Desk, 'now'>, { at }: Pick<OutboxEntry, 'at'>, work: () => Promise<void>) {
  const startedAt = desk.now()
  await work()
  againIn(at.getTime() + staleWriteWindowMs - startedAt.getTime())
}

function againIn(ms: number) {
  if (ms > 0) throw new RepeatLater('Writers that read the old value may still commit', ms)
}
