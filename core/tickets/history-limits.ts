import { conflict } from '../errors.ts'
import type { ChangedField } from '../trace.ts'
import { numbered } from './change.ts'
import type { Ticket } from './ticket.ts'

/*
 * MongoDB stores 16 MiB in a document and no more; a ticket keeps its whole history in its own. What programs do to one
 * ticket without end ends here; it is still claimed, resolved and deleted then.
 */

/** Lines of history up to which a ticket takes comments and edits. */
export const maxLines = 20_000

/** Old and new values that one ticket keeps, in characters as JSON. */
export const maxTraced = 1_000_000

const sizeOf = (changes: ChangedField[]) => JSON.stringify(changes).length

/** @throws conflict when a comment more would be one too many */
export function assertTakesMore(ticket: Pick<Ticket, 'number' | 'history'>) {
  if (ticket.history.length >= maxLines)
    throw conflict(`${numbered(ticket)} has ${maxLines.toLocaleString('en')} entries: file another ticket.`)
}

/** @throws conflict when old and new values of these would be too much */
export function assertHistoryFits(changes: ChangedField[], ticket: Pick<Ticket, 'number' | 'history'>) {
  assertTakesMore(ticket)
  const kept = ticket.history.reduce((sum, line) => sum + (line.changes ? sizeOf(line.changes) : 0), 0)
  if (kept + sizeOf(changes) > maxTraced)
    throw conflict(`${numbered(ticket)} was edited too often, its history is full: say it in a comment.`)
}
