import { conflict } from '../errors.ts'
import type { ChangedField } from '../trace.ts'
import { referenceTo } from './change.ts'
import type { Ticket } from './ticket.ts'

/*
 * A ticket document contains its whole history, and MongoDB limits a document to 16 MiB. These limits stop programs
 * that write to one ticket without end. Beyond them the ticket can still be claimed, resolved and deleted.
 */

/** A ticket with this many history entries takes no more comments or edits. */
export const maxLines = 20_000

/** Limit for the old and new values in one ticket's history, in characters of JSON. */
export const maxTraced = 1_000_000

const sizeOf = (changes: ChangedField[]) => JSON.stringify(changes).length

/** @throws conflict when the history has reached `maxLines` */
export function assertTakesMore(ticket: Pick<Ticket, 'number' | 'history'>) {
  if (ticket.history.length >= maxLines)
    throw conflict(
      `${referenceTo(ticket)} has ${maxLines.toLocaleString('en')} entries: file another ticket.`,
    )
}

/** @throws conflict when the history is too long for these changes */
export function assertHistoryFits(changes: ChangedField[], ticket: Pick<Ticket, 'number' | 'history'>) {
  assertTakesMore(ticket)
  const kept = ticket.history.reduce((sum, line) => sum + (line.changes ? sizeOf(line.changes) : 0), 0)
  if (kept + sizeOf(changes) > maxTraced)
    throw conflict(`${referenceTo(ticket)} was edited too often, its history is full: say it in a comment.`)
}
