import { conflict, invalid } from '../errors.ts'
import { type Act, type Decide, differences, entry, numbered, redrawCards } from './change.ts'
import { assertHistoryFits } from './history-limits.ts'
import { assertMay } from './permissions.ts'
import type { Priority, Ticket } from './ticket.ts'

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
    assertMay(act.actor, 'see', ticket)
    const wanted = withoutUndefined(act.edit)
    const { title, description, ...classification } = wanted
    if (title !== undefined || description !== undefined) assertMay(act.actor, 'edit', ticket)
    if (Object.keys(classification).length > 0) assertMay(act.actor, 'classify', ticket)
    if (ticket.status === 'closed') throw conflict(`${numbered(ticket)} is closed.`)
    if (ticket.version !== act.seenVersion) throw changedMeanwhile(ticket, act.seenVersion)
    const changes = differences(ticket, wanted)
    if (changes.length === 0) return null
    assertHistoryFits(changes, ticket)
    return {
      set: Object.fromEntries(changes.map(({ field, to }) => [field, to])),
      history: [entry(act, 'edited', { changes })],
      effects: redrawCards,
    }
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
