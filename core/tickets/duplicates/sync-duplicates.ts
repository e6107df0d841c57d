import type { Desk } from '../../desk.ts'
import type { Person } from '../../trace.ts'
import { type Change, type Decide, redrawStaffCard, referenceTo } from '../change.ts'
import { changeTicket } from '../change-ticket.ts'
import { isWatching } from '../permissions.ts'
import { watchersOf } from '../recipients.ts'
import { type Duplicate, maxWatchers, type Ticket } from '../ticket.ts'
import { restoreUnmarked } from './duplicates.ts'

const byDesk = { by: null, surface: 'desk' } as const

/**
 * Updates an original from its duplicates: their requesters and watchers follow it, and its history lists them. If the
 * original was deleted or became a duplicate itself, its duplicates are unmarked, so chains and cycles never last. Safe
 * to run at any time, even while somebody marks or unmarks.
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

/** Repeats until nothing changes, since duplicates may change between the query and the write. */
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

/**
 * Decides how the original changes. Its history tells which duplicates it knows, so each is recorded and adds followers
 * once.
 */
export const followDuplicates =
  (duplicates: Duplicate[]): Decide =>
  (ticket) => {
    if (ticket.deleted || ticket.duplicateOf) return null
    const known = knownDuplicates(ticket)
    const gained = duplicates.filter((duplicate) => !known.has(referenceTo(duplicate)))
    const lost = [...known].filter((number) => !duplicates.some((one) => referenceTo(one) === number))
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
  note: referenceTo(duplicate),
})

const peopleOf = (duplicate: Pick<Duplicate, 'requester' | 'watchers'>): Person[] => [
  duplicate.requester,
  ...watchersOf(duplicate),
]

/**
 * The watchers after a sync. Followers see what the original's requester sees and get the same notifications. People
 * who follow through no duplicate any more are removed. Those of new duplicates are added, up to the limit. A person
 * who stopped watching is not added again.
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
    ticket.duplicateOf?.id === originalId ? restoreUnmarked(ticket, byDesk) : null
