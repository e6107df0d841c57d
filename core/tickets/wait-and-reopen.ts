import { conflict } from '../errors.ts'
import { type Act, type Decide, entry, numbered, redrawCards } from './change.ts'
import { leaveOriginal } from './duplicates.ts'
import { assertMay } from './permissions.ts'
import { followersOf, notify, watchersFor } from './recipients.ts'
import { isClaimed } from './ticket.ts'

/** Wait: the requester has to answer first, and is told so. Their reply takes it up again by itself. */
export const wait =
  (act: Act): Decide =>
  (ticket) => {
    assertMay(act.actor, 'wait', ticket)
    if (ticket.status === 'waiting') throw conflict(`${numbered(ticket)} is waiting already.`)
    if (!isClaimed(ticket)) throw conflict(`Nobody has claimed ${numbered(ticket)}: claim it first.`)
    return {
      set: { status: 'waiting' },
      history: [entry(act, 'set waiting')],
      effects: [
        ...redrawCards,
        ...notify(act.actor, [
          { to: ticket.requester, topic: 'waiting' },
          ...watchersFor(ticket, 'status-changed'),
        ]),
      ],
    }
  }

/** Reopen: a resolved ticket, or one that waits, is worked on again by whoever had it, and is no duplicate then. */
export const reopen =
  (act: Act): Decide =>
  (ticket) => {
    assertMay(act.actor, 'reopen', ticket)
    if (ticket.status !== 'resolved' && ticket.status !== 'waiting')
      throw conflict(
        `${numbered(ticket)} is ${ticket.status === 'closed' ? 'closed for good' : 'open already'}.`,
      )
    const left = leaveOriginal(ticket)
    return {
      set: { status: ticket.assignee ? 'in_progress' : 'open', resolution: null, ...left.set },
      history: [entry(act, 'reopened')],
      effects: [
        ...redrawCards,
        ...left.effects,
        ...notify(act.actor, [{ to: ticket.assignee, topic: 'status-changed' }, ...followersOf(ticket)]),
      ],
    }
  }

/** Close: a resolved ticket is final from now on. */
export const close =
  (act: Act): Decide =>
  (ticket) => {
    assertMay(act.actor, 'close', ticket)
    if (ticket.status === 'closed') throw conflict(`${numbered(ticket)} is closed already.`)
    if (ticket.status !== 'resolved') throw conflict(`${numbered(ticket)} is not resolved yet.`)
    return {
      set: { status: 'closed' },
      history: [entry(act, 'closed')],
      effects: [...redrawCards, ...notify(act.actor, followersOf(ticket))],
    }
  }
