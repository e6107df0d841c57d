import { conflict, invalid } from '../errors.ts'
import type { ChangedField } from '../trace.ts'
import { type Act, type Decide, differences, entry, numbered, redrawCards } from './change.ts'
import { demand } from './permissions.ts'
import type { Priority, Ticket } from './ticket.ts'

/** Old and new values that one ticket keeps, in characters as JSON: MongoDB stores 16 MiB in a document and no more. */
export const mostTraced = 1_000_000

export type Edit = {
  title?: string | undefined
  description?: string | undefined
  priority?: Priority | undefined
  category?: string | undefined
  skills?: string[] | undefined
  tags?: string[] | undefined
}

/** A partial update of the version that the editor saw. */
export const edit =
  (act: Act & { seenVersion: number; edit: Edit }): Decide =>
  (ticket) => {
    demand(act.actor, 'see', ticket)
    const wanted = withoutUndefined(act.edit)
    const { title, description, ...classification } = wanted
    if (title !== undefined || description !== undefined) demand(act.actor, 'edit', ticket)
    if (Object.keys(classification).length > 0) demand(act.actor, 'classify', ticket)
    if (ticket.status === 'closed') throw conflict(`${numbered(ticket)} is closed.`)
    if (ticket.version !== act.seenVersion) throw changedMeanwhile(ticket, act.seenVersion)
    const changes = differences(ticket, wanted)
    if (changes.length === 0) return null
    demandRoom(ticket, changes)
    return {
      set: Object.fromEntries(changes.map(({ field, to }) => [field, to])),
      history: [entry(act, 'edited', { changes })],
      owe: redrawCards,
    }
  }

const sizeOf = (changes: ChangedField[]) => JSON.stringify(changes).length

/** The trace of edits is kept whole. A ticket whose trace is full is still answered, resolved and deleted. */
function demandRoom(ticket: Ticket, changes: ChangedField[]) {
  const kept = ticket.history.reduce((sum, line) => sum + (line.changes ? sizeOf(line.changes) : 0), 0)
  if (kept + sizeOf(changes) > mostTraced)
    throw conflict(`${numbered(ticket)} was edited too often, its history is full: say it in a comment.`)
}

function changedMeanwhile(ticket: Ticket, seen: number) {
  if (seen > ticket.version)
    return invalid('version', `There is no version ${seen}; the newest is ${ticket.version}.`)
  const who = ticket.history.at(-1)?.by?.name ?? 'The desk'
  return conflict(`${who} changed ${numbered(ticket)} meanwhile: it is at version ${ticket.version} now.`)
}

const withoutUndefined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
