import type { Database } from '../open-database.ts'
import type { HistoryEntry } from '../tickets/history-entry.ts'
import type { Ticket } from '../tickets/ticket.ts'

/** The fields in which older versions stored duplicates. */
type OldTicket = Pick<Ticket, '_id' | 'version'> & {
  duplicates?: unknown[]
  duplicateOf?: { surface?: string } | null
  outbox: { id: string; kind: string; other?: string }[]
  history: Pick<HistoryEntry, 'action' | 'surface'>[]
}

const oldKinds = ['mark', 'unmark']

/**
 * Migrates duplicates to one document each. Older versions also stored them in the original, under a mark shared by
 * both tickets. Where a marking was interrupted, a background sync corrects the original.
 */
export async function keepDuplicatesInOneDocument({ tickets }: Pick<Database, 'tickets'>, now: Date) {
  const old = tickets.collection.find<OldTicket>({
    $or: [
      { duplicates: { $exists: true } },
      { 'duplicateOf.mark': { $exists: true } },
      { 'outbox.kind': { $in: oldKinds } },
    ],
  })
  for await (const ticket of old)
    await tickets.updateOne({ _id: ticket._id, version: ticket.version }, updateOf(ticket, now), {
      strict: false,
    })
}

function updateOf(ticket: OldTicket, now: Date) {
  const originals = originalsToSync(ticket)
  return {
    $set: {
      outbox: [
        ...ticket.outbox.filter(({ kind }) => !oldKinds.includes(kind)),
        ...originals.map((other, index) => syncEntry(ticket, other, index, now)),
      ],
      ...(originals.length > 0 ? { nextAttemptAt: now, attempts: 0 } : {}),
      ...(ticket.duplicateOf ? { 'duplicateOf.surface': markedOn(ticket) } : {}),
    },
    $unset: {
      duplicates: 1,
      'history.$[].mark': 1,
      ...(ticket.duplicateOf ? { 'duplicateOf.mark': 1 } : {}),
    },
  } as const
}

/**
 * The originals to sync: the ticket itself if it had duplicates or old entries, and those that its old entries name.
 */
function originalsToSync({ _id, duplicates = [], outbox }: OldTicket): string[] {
  const old = outbox.filter(({ kind }) => oldKinds.includes(kind))
  const own = duplicates.length > 0 || old.length > 0 ? [_id] : []
  return [...new Set([...own, ...old.flatMap(({ other }) => (other ? [other] : []))])]
}

const syncEntry = ({ _id, version }: OldTicket, other: string, index: number, at: Date) => ({
  id: `${_id}:${version}:migrated-${index}`,
  queue: 'maintenance',
  kind: 'sync-duplicate',
  other,
  at,
})

const markedOn = ({ history }: OldTicket) =>
  history.findLast(({ action }) => action === 'marked duplicate')?.surface ?? 'web'
