import { conflict } from '../../errors.ts'
import { sentence } from '../../text/sentence.ts'
import { assignAnew, type Change, historyEntry, redrawCards, referenceTo } from '../change.ts'
import { leaveOriginal } from '../duplicates/duplicates.ts'
import { isHandler, isRequester } from '../permissions.ts'
import { followersOf, notify } from '../recipients.ts'
import type { Ticket } from '../ticket.ts'
import { defineAction, noInput } from './action.ts'

/**
 * Reopen: a resolved or waiting ticket goes back to its assignee, or to the queue if it has none. A duplicate becomes
 * independent again.
 */
export const reopen = defineAction({
  input: noInput,
  permissions: {
    reopen: {
      verb: 'reopen',
      rule: (actor, ticket) => isRequester(actor, ticket) || isHandler(actor, ticket),
    },
  },
  decide(ticket, asked) {
    if (ticket.status !== 'resolved' && ticket.status !== 'waiting')
      throw conflict(
        `${referenceTo(ticket)} is ${ticket.status === 'closed' ? 'closed and can’t be reopened' : 'already open'}.`,
      )
    const { set, effects } = resumeWork(ticket)
    return {
      set,
      history: [historyEntry(asked, 'reopened')],
      effects: [
        ...effects,
        ...notify(asked.actor, [{ to: ticket.assignee, topic: 'status-changed' }, ...followersOf(ticket)]),
      ],
    }
  },
  words: {
    summary: 'Reopen a resolved or waiting ticket',
    success: 'In progress, or open.',
    done: (ticket) => sentence`${referenceTo(ticket)} is open again.`,
  },
  button: {
    label: 'Reopen',
    style: 'secondary',
    isShown: ({ status }) => status === 'waiting' || status === 'resolved',
  },
})

/**
 * How a resolved or waiting ticket changes when work on it resumes. Also used when its requester replies. A resolved one
 * is passed on while its assignee is absent: decidePassOnWhileAbsent.
 */
export function resumeWork(ticket: Ticket): Pick<Change, 'set' | 'effects'> {
  const { set, effects } = leaveOriginal(ticket)
  return {
    set: { status: ticket.assignee ? 'in_progress' : 'open', resolution: null, ...set },
    effects: [
      ...redrawCards,
      ...effects,
      ...(ticket.status === 'resolved' && ticket.assignee ? assignAnew : []),
    ],
  }
}
