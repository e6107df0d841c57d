import { recordOwed } from '../audit/record.ts'
import { catalogId } from '../catalog/catalog.ts'
import { staleWriteWindowMs } from '../database/stale-write-window.ts'
import type { Desk } from '../desk.ts'
import { RetryLater } from '../notifications/provider-errors.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import { eraseTicket } from '../tickets/erase-ticket.ts'
import { resortTickets } from '../tickets/lists/resort-tickets.ts'
import { renameEverywhere } from '../tickets/rename-everywhere.ts'
import { reassignAll } from '../users/merge-accounts.ts'
import { drainQueue } from './drain-queue.ts'
import { linkTickets } from './link-tickets.ts'
import type { Worker } from './worker.ts'

type Keeping = Pick<Worker, 'desk'>

/** What a ticket owes other tickets, the audit log, and whoever's words it had. */
export const keepUpTicket = ({ desk }: Keeping, id: string) =>
  drainQueue(desk.tickets, id, 'maintenance', async (owed) => {
    if (owed.kind === 'erase') await untilSettled(desk, owed, () => eraseTicket(desk, id))
    else if (owed.kind === 'record') await recordOwed(desk, owed)
    else await linkTickets(desk, id, owed)
    return undefined
  })

/** What an account owes the one that it has become part of, the audit log, and whoever was signed in as it. */
export const keepUpAccount = ({ desk }: Keeping, id: string) =>
  drainQueue(desk.users, id, 'maintenance', async (owed) => {
    if (owed.kind === 'record') await recordOwed(desk, owed)
    else if (owed.kind === 'rename') await untilSettled(desk, owed, () => resortTickets(desk, id))
    else if (owed.kind === 'sign-out') await desk.sessions.endBefore(id, owed.at, owed.keep)
    else await untilSettled(desk, owed, () => reassignAll(desk, id))
    return undefined
  })

/** What the desk's lists owe everything that holds names of theirs, and the audit log. */
export const keepUpCatalog = ({ desk }: Keeping) =>
  drainQueue(desk.catalog, catalogId, 'maintenance', async (owed) => {
    if (owed.kind === 'record') await recordOwed(desk, owed)
    else again(await renameEverywhere(desk, owed))
    return undefined
  })

/** Does something at once, and once more when nobody can still write by what they read before. @throws RetryLater until then */
async function untilSettled(desk: Pick<Desk, 'now'>, { at }: OutboxEntry, work: () => Promise<void>) {
  const startedAt = desk.now()
  await work()
  again(at.getTime() + staleWriteWindowMs - startedAt.getTime())
}

function again(inMs: number) {
  if (inMs > 0) throw new RetryLater('Somebody may still be writing by what they read before', inMs)
}
