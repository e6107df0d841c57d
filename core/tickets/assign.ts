import { conflict } from '../errors.ts'
import type { Person } from '../trace.ts'
import { type Act, type Decide, entry, numbered, redrawCards } from './change.ts'
import { assertMay } from './permissions.ts'
import { notify, watchersFor } from './recipients.ts'
import { isResolved } from './ticket.ts'

/** Assign: an admin gives it to somebody, also out of another's hands. Both are told. */
export const assign =
  (act: Act & { to: Person }): Decide =>
  (ticket) => {
    assertMay(act.actor, 'assign', ticket)
    if (isResolved(ticket)) throw conflict(`${numbered(ticket)} is already ${ticket.status}.`)
    const before = ticket.assignee
    if (before?.id === act.to.id) throw conflict(`${act.to.name} has ${numbered(ticket)} already.`)
    return {
      set: {
        status: 'open',
        assignee: act.to,
        assignment: {
          by: 'admin',
          reason: `Chosen by ${act.actor.name}.`,
          candidates: ticket.assignment?.candidates ?? [],
          at: act.now,
        },
      },
      history: [entry(act, 'assigned', { note: `to ${act.to.name}` })],
      effects: [
        ...redrawCards,
        ...notify(act.actor, [
          { to: act.to, topic: 'assigned' },
          { to: before, topic: 'taken-over' },
          ...watchersFor(ticket, 'status-changed'),
        ]),
      ],
    }
  }
