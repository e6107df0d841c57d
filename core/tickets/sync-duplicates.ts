import type { Desk } from '../desk.ts'
import type { Person } from '../trace.ts'
import { type Change, type Decide, numbered, redrawStaffCard } from './change.ts'
import { changeTicket } from './change-ticket.ts'
import { unmarked } from './duplicates.ts'
import { isWatching } from './permissions.ts'
import { watchersOf } from './recipients.ts'
import { type Duplicate, maxWatchers, type Ticket } from './ticket.ts'

const byDesk = { by: null, surface: 'desk' } as const

/**
 * Brings an original into line with its duplicates: their requesters and watchers follow it, and its history names
 * them. An original that was deleted or has itself become a duplicate lets its duplicates go, so there are no chains
 * and no circles. It may run again at any time, also while somebody marks or unmarks.
 */
export async function syncDuplicates(
  desk: Pick<Desk, 'tickets' | 'relay' | 'now'>,
  originalId: string,
): Promise<void> {
  const original = await syncUntilStable(desk, originalId)
  if (!original.deleted && !original.duplicateOf) return
  for (const { _id } of await desk.tickets.duplicatesOf(originalId))
    await changeTicket(desk, _id, unmarkFrom(originalId))
}

/** The duplicates may change between query and write, so it looks again after each write. */
async function syncUntilStable(desk: Pick<Desk, 'tickets' | 'relay' | 'now'>, id: string): Promise<Ticket> {
  for (;;) {
    let change: Change | null = null
    const ticket = await changeTicket(desk, id, async (now) => {
      change = followDuplicates(await desk.tickets.duplicatesOf(id))(now)
      return change
    })
    if (change === null) return ticket
  }
}

/** The original's side. Its history says which duplicates it knows of, so each is noted and brings followers once. */
export const followDuplicates =
  (duplicates: Duplicate[]): Decide =>
  (ticket) => {
    if (ticket.deleted || ticket.duplicateOf) return null
    const known = knownDuplicates(ticket)
    const gained = duplicates.filter((duplicate) => !known.has(numbered(duplicate)))
    const lost = [...known].filter((number) => !duplicates.some((one) => numbered(one) === number))
    if (gained.length === 0 && lost.length === 0) return null
    return {
      set: { watchers: watchersAfter(ticket, duplicates, gained) },
      history: [
        ...gained.map(gotLine),
        ...lost.map((note) => ({ ...byDesk, action: 'lost duplicate' as const, note })),
      ],
      effects: redrawStaffCard,
    }
  }

/** The numbers, e.g. `#42`, of the duplicates that the last sync found. */
function knownDuplicates({ history }: Ticket): Set<string> {
  const known = new Set<string>()
  for (const { action, note } of history) {
    if (action === 'got duplicate' && note) known.add(note)
    if (action === 'lost duplicate' && note) known.delete(note)
  }
  return known
}

const gotLine = (duplicate: Duplicate): Change['history'][number] => ({
  by: duplicate.resolution?.by ?? null,
  surface: duplicate.duplicateOf?.surface ?? 'desk',
  action: 'got duplicate',
  note: numbered(duplicate),
})

const peopleOf = (duplicate: Pick<Duplicate, 'requester' | 'watchers'>): Person[] => [
  duplicate.requester,
  ...watchersOf(duplicate),
]

/**
 * Followers see of the original what its own requester sees, and are notified of the same. Those whom no duplicate
 * brings any more go. New ones come as far as the limit allows; whoever stopped watching is not brought back.
 */
function watchersAfter(ticket: Ticket, duplicates: Duplicate[], gained: Duplicate[]) {
  const brought = new Set(duplicates.flatMap(peopleOf).map(({ id }) => id))
  const kept = watchersOf(ticket).filter(({ id, because }) => because !== 'duplicate' || brought.has(id))
  const fresh = new Map(
    gained
      .flatMap(peopleOf)
      .filter(({ id }) => !isFollowing(id, { ...ticket, watchers: kept }))
      .map(({ id, name }) => [id, { id, name, because: 'duplicate' as const }]),
  )
  return [...kept, ...fresh.values()].slice(0, Math.max(maxWatchers, kept.length))
}

export const isFollowing = (id: string, ticket: Pick<Ticket, 'requester' | 'watchers'>) =>
  ticket.requester.id === id || isWatching(id, ticket)

const unmarkFrom =
  (originalId: string): Decide =>
  (ticket) =>
    ticket.duplicateOf?.id === originalId ? unmarked(ticket, byDesk) : null
