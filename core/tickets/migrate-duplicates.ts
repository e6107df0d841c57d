import type { Database } from '../open-database.ts'
import type { HistoryEntry, Ticket } from './ticket.ts'

/** What older versions stored of duplicates. */
type OldTicket = Pick<Ticket, '_id' | 'version'> & {
  duplicates?: unknown[]
  duplicateOf?: { surface?: string } | null
  outbox: { id: string; kind: string; other?: string }[]
  history: Pick<HistoryEntry, 'action' | 'surface'>[]
}

const oldKinds = ['mark', 'unmark']

/**
 * Duplicates used to stand in the original, too, under a mark that joined both tickets. Now only the duplicate says so.
 * A sync in the background corrects originals whose marking or undoing was cut short.
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

/** The ticket itself, if it had duplicates, and whatever its outbox still has to tell of duplicates. */
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
