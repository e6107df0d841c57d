import { conflict } from '../../errors.ts'
import { assignAnew, type Change, redrawCards, referenceTo } from '../change.ts'
import type { HistoryEntry } from '../history-entry.ts'
import { notify, type Recipient, watchersOf } from '../recipients.ts'
import type { Ticket } from '../ticket.ts'

/*
 * Only the duplicate stores the relation, in `duplicateOf`. What changes in the original is computed from its
 * duplicates: see sync-duplicates.ts.
 */

export const alreadyDuplicate = (ticket: Ticket) =>
  conflict(`${referenceTo(ticket)} is itself a duplicate of #${ticket.duplicateOf?.number}.`)

/** Ends the relation to the original. Does nothing for a ticket that is no duplicate. */
export function leaveOriginal({ duplicateOf }: Ticket): Pick<Change, 'set' | 'effects'> {
  if (!duplicateOf) return { set: {}, effects: [] }
  return {
    set: { duplicateOf: null },
    effects: [{ queue: 'maintenance', kind: 'sync-duplicate', other: duplicateOf.id }],
  }
}

/**
 * Unmarks a duplicate and restores its earlier state. If it was open, the queue `assign` continues from there: it looks for
 * an assignee, or gives the one it had the whole time to claim it, because its deadline may have passed meanwhile.
 */
export function restoreUnmarked(ticket: Ticket, line: Pick<HistoryEntry, 'by' | 'surface'>): Change {
  const before = ticket.duplicateOf?.before
  const left = leaveOriginal(ticket)
  const concerned: Recipient['to'][] = [ticket.requester, before?.assignee, ...watchersOf(ticket)]
  const isOpen = before?.status === 'open' && ticket.triage.state === 'done'
  return {
    set: { ...before, ...withoutDeadline(before), resolution: null, ...left.set },
    history: [{ ...line, action: 'unmarked duplicate', note: `#${ticket.duplicateOf?.number}` }],
    effects: [
      ...redrawCards,
      ...(isOpen ? assignAnew : []),
      ...left.effects,
      ...notify(
        line.by && { _id: line.by.id },
        concerned.map((to) => ({ to, topic: 'status-changed' })),
      ),
    ],
  }
}

function withoutDeadline(before: NonNullable<Ticket['duplicateOf']>['before'] | undefined) {
  if (!before?.assignment) return {}
  const { claimBy: _, dutyMs: __, dueDutyMs: ___, ...assignment } = before.assignment
  return { assignment }
}
