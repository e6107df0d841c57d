import { conflict, notFound } from '../errors.ts'
import type { TicketEffect } from '../outbox/entry.ts'
import type { Person } from '../trace.ts'
import { type Act, type Change, type Decide, entry, numbered, redrawCards } from './change.ts'
import { assertMay, isWatching } from './permissions.ts'
import { notify, type Recipient, watchersFor, watchersOf } from './recipients.ts'
import { type Duplicate, isClaimed, isResolved, maxWatchers, type Ticket } from './ticket.ts'

export const maxDuplicates = 100

/*
 * That one ticket is a duplicate of another stands in both: in the original's `duplicates` and in the duplicate's
 * `duplicateOf`, under one mark. The original is written first and owes the rest. A ticket that has duplicates can't
 * become one, and one that is a duplicate can't get any: so there are no chains and no circles, whatever happens at
 * the same time.
 */

/**
 * The original's side. The duplicate's requester, and who watches it, follow the original from now on: they see of it
 * what its own requester sees (title, status, public words, resolution; no notes), and are told what becomes of it.
 * That is why only who sees the original may say so.
 */
export const gainDuplicate =
  (act: Act & { mark: string; duplicate: Ticket }): Decide =>
  (ticket) => {
    const { mark, duplicate } = act
    assertMay(act.actor, 'see', ticket)
    if (ticket.duplicateOf) throw isDuplicateAlready(ticket)
    if (duplicatesOf(ticket).length >= maxDuplicates)
      throw conflict(`${numbered(ticket)} has ${maxDuplicates} duplicates already.`)
    const people = [duplicate.requester, ...watchersOf(duplicate)]
    const watchers = followedBy(people, ticket)
    if (!isConcerned(duplicate.requester.id, { ...ticket, watchers }))
      throw conflict(`${maxWatchers} people watch ${numbered(ticket)} already: it takes no more.`)
    const gained: Duplicate = {
      id: duplicate._id,
      number: duplicate.number,
      mark,
      people: people.map(({ id }) => id),
      by: { id: act.actor._id, name: act.actor.name },
      surface: act.surface,
    }
    return {
      set: { duplicates: [...duplicatesOf(ticket), gained], watchers },
      history: [entry(act, 'got duplicate', { note: numbered(duplicate) })],
      effects: [
        { queue: 'maintenance', kind: 'mark', other: duplicate._id, mark },
        { queue: 'discord', kind: 'card' },
      ],
    }
  }

const duplicatesOf = (ticket: Pick<Ticket, 'duplicates'>) => ticket.duplicates ?? []

const isConcerned = (id: string, ticket: Ticket) => ticket.requester.id === id || isWatching(id, ticket)

/** Who already cares for the ticket does so on; the others come as far as there is room, the requester first. */
function followedBy(people: Person[], ticket: Ticket) {
  const fresh = people.filter(({ id }) => !isConcerned(id, ticket))
  const brought = fresh.map(({ id, name }) => ({ id, name, because: 'duplicate' as const }))
  return [...watchersOf(ticket), ...brought].slice(0, Math.max(maxWatchers, watchersOf(ticket).length))
}

/** What speaks against a ticket becoming a duplicate. @throws conflict, not-found */
export function assertMarkable(ticket: Ticket) {
  if (ticket.deleted) throw notFound('ticket')
  if (ticket.duplicateOf) throw isDuplicateAlready(ticket)
  if (isResolved(ticket)) throw conflict(`${numbered(ticket)} is already ${ticket.status}.`)
  const [first] = duplicatesOf(ticket)
  if (first) throw conflict(`#${first.number} is a duplicate of ${numbered(ticket)}: undo that first.`)
}

const isDuplicateAlready = (ticket: Ticket) =>
  conflict(`${numbered(ticket)} is itself a duplicate of #${ticket.duplicateOf?.number}.`)

/**
 * The duplicate's side: settled, with the way back. Once for each mark, so that a repeated step does not take back
 * what was undone meanwhile.
 */
export const becomeDuplicate =
  ({ original, gained, now }: { original: Ticket; gained: Duplicate; now: Date }): Decide =>
  (ticket) => {
    const { mark, by, surface } = gained
    if (ticket.history.some((line) => line.mark === mark)) return null
    assertMarkable(ticket)
    const { status, assignee, assignment } = ticket
    const staysTheirs = isClaimed(ticket) || assignee?.id === by.id
    return {
      set: {
        status: 'resolved',
        resolution: { text: `Duplicate of ${numbered(original)}.`, by, at: now },
        duplicateOf: {
          id: original._id,
          number: original.number,
          mark,
          before: { status, assignee, assignment },
        },
        ...(staysTheirs ? {} : { assignee: by }),
      },
      history: [{ by, surface, action: 'marked duplicate', note: numbered(original), mark }],
      effects: [
        ...redrawCards,
        ...notify({ _id: by.id }, [
          { to: ticket.requester, topic: 'status-changed' },
          { to: assignee, topic: 'status-changed' },
          ...watchersFor(ticket, 'status-changed'),
        ]),
      ],
    }
  }

/** Undo: the ticket is again as it was, and nobody follows the other one because of it. */
export const undoDuplicate =
  (act: Act): Decide =>
  (ticket) => {
    assertMay(act.actor, 'link', ticket)
    if (!ticket.duplicateOf) throw conflict(`${numbered(ticket)} is no duplicate.`)
    if (ticket.status === 'closed') throw conflict(`${numbered(ticket)} is closed for good.`)
    return restored(ticket, entry(act, 'unmarked duplicate', { note: `#${ticket.duplicateOf.number}` }))
  }

/** What the other ticket owes this one once they have parted. Nothing to do when that is known here. */
export const unmark =
  (mark: string): Decide =>
  (ticket) => {
    const byDesk = { by: null, surface: 'desk' as const }
    if (ticket.duplicateOf?.mark === mark)
      return restored(ticket, {
        ...byDesk,
        action: 'unmarked duplicate',
        note: `#${ticket.duplicateOf.number}`,
      })
    const lost = duplicatesOf(ticket).find((duplicate) => duplicate.mark === mark)
    if (!lost) return null
    const duplicates = duplicatesOf(ticket).filter((duplicate) => duplicate !== lost)
    const still = new Set(duplicates.flatMap(({ people }) => people))
    return {
      set: {
        duplicates,
        watchers: watchersOf(ticket).filter(({ id, because }) => because !== 'duplicate' || still.has(id)),
      },
      history: [{ ...byDesk, action: 'lost duplicate', note: `#${lost.number}` }],
      effects: [{ queue: 'discord', kind: 'card' }],
    }
  }

function restored(ticket: Ticket, line: Change['history'][number]): Change {
  const before = ticket.duplicateOf?.before
  const left = leaveOriginal(ticket)
  const concerned: Recipient[] = [ticket.requester, before?.assignee, ...watchersOf(ticket)].map((to) => ({
    to,
    topic: 'status-changed',
  }))
  const seeksSomebody = before?.status === 'open' && !before.assignee && ticket.triage.state === 'done'
  return {
    set: { ...before, resolution: null, ...left.set },
    history: [line],
    effects: [
      ...redrawCards,
      ...(seeksSomebody ? [{ queue: 'assign', kind: 'assign' } as const] : []),
      ...left.effects,
      ...notify(line.by && { _id: line.by.id }, concerned),
    ],
  }
}

/** What a duplicate that goes on by itself forgets, and owes its original; nothing for any other ticket. */
export function leaveOriginal({ duplicateOf }: Ticket): Pick<Change, 'set' | 'effects'> {
  if (!duplicateOf) return { set: {}, effects: [] }
  const { id: other, mark } = duplicateOf
  return { set: { duplicateOf: null }, effects: [{ queue: 'maintenance', kind: 'unmark', other, mark }] }
}

/** What a ticket that is deleted owes its duplicates, which are nobody's duplicates any more. */
export const leaveDuplicates = (ticket: Ticket): TicketEffect[] =>
  duplicatesOf(ticket).map(({ id: other, mark }) => ({ queue: 'maintenance', kind: 'unmark', other, mark }))
