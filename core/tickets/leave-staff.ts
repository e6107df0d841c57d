import type { TicketEffect } from '../outbox/entry.ts'
import { assignAnew, type Change, type Decide, redrawCards, redrawStaffCard } from './change.ts'
import { notify, watchersFor, watchersOf } from './recipients.ts'
import { type Duplicate, isClaimed, isResolved, type Ticket, type Watcher } from './ticket.ts'

const byDesk = { by: null, surface: 'desk' } as const

/**
 * Takes from somebody who is no longer staff what only staff can have in a ticket: its claim or assignment, and watches
 * that nobody shared with them on purpose. What they filed themselves stays theirs.
 * @param duplicates the tickets that are marked as duplicates of this one
 */
export const removeFormerStaff =
  (person: string, duplicates: Duplicate[]): Decide =>
  (ticket) => {
    if (ticket.deleted) return null
    const ended = watchersOf(ticket).filter((one) => one.id === person && !mayStay(one, ticket, duplicates))
    const changes = [
      ...(ticket.assignee?.id === person ? [unassigned(ticket)] : []),
      ...ended.map((watcher) => unwatched(ticket, watcher)),
      ...(ticket.duplicateOf?.before.assignee?.id === person ? [forgotten(ticket.duplicateOf)] : []),
    ]
    return changes.length === 0 ? null : merged(changes)
  }

/** Whether a colleague had them watch, or they follow through a duplicate that is theirs or shared with them. */
function mayStay(watcher: Watcher, ticket: Ticket, duplicates: Duplicate[]): boolean {
  if (watcher.because === 'duplicate')
    return duplicates.some(
      (one) => one.requester.id === watcher.id || watchersOf(one).some(({ id }) => id === watcher.id),
    )
  return ticket.history.some(
    ({ action, by, note }) => action === 'watched' && note === watcher.name && by?.id !== watcher.id,
  )
}

/** Whoever solved a ticket stays in its resolution. */
const unassigned = (ticket: Ticket): Change => ({
  set: { assignee: null, assignment: null, ...(isResolved(ticket) ? {} : { status: 'open' }) },
  history: [{ ...byDesk, action: 'released' }],
  effects: [...redrawCards, ...(isResolved(ticket) ? [] : releasedEffects(ticket))],
})

/** The desk looks for somebody else at once; before triage is done, triage does. */
const releasedEffects = (ticket: Ticket): TicketEffect[] => [
  ...notify(null, watchersFor(ticket, 'released')),
  ...(ticket.triage.state === 'done' ? assignAnew : []),
]

const unwatched = (ticket: Ticket, { id, name }: Watcher): Change => ({
  set: { watchers: watchersOf(ticket).filter((one) => one.id !== id) },
  history: [{ ...byDesk, action: 'unwatched', note: name }],
  effects: redrawStaffCard,
})

/** A duplicate that is unmarked goes back to the queue, not to them. */
function forgotten(duplicateOf: NonNullable<Ticket['duplicateOf']>): Change {
  const { before } = duplicateOf
  const status = isClaimed(before) ? 'open' : before.status
  return {
    set: { duplicateOf: { ...duplicateOf, before: { status, assignee: null, assignment: null } } },
    history: [],
    effects: [],
  }
}

const merged = (changes: Change[]): Change => ({
  set: Object.assign({}, ...changes.map(({ set }) => set)),
  history: changes.flatMap(({ history }) => history),
  effects: changes.flatMap(({ effects }) => effects),
})
