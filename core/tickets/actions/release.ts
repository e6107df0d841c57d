import { conflict } from '../../errors.ts'
import { sentence } from '../../text/sentence.ts'
import { assertUnresolved, historyEntry, redrawCards, referenceTo } from '../change.ts'
import { isHandler } from '../permissions.ts'
import { notify, watchersFor } from '../recipients.ts'
import { isClaimed } from '../ticket.ts'
import { defineAction, noInput } from './action.ts'

/**
 * Release: returns the ticket to the queue, where any moderator can claim it. The requester is not notified, since
 * nothing changes for them.
 */
export const release = defineAction({
  input: noInput,
  permissions: { release: { verb: 'release', rule: isHandler } },
  decide(ticket, asked) {
    if (!isClaimed(ticket) && !ticket.assignee) throw conflict(`Nobody has ${referenceTo(ticket)}.`)
    assertUnresolved(ticket)
    return {
      set: { status: 'open', assignee: null, assignment: null },
      history: [historyEntry(asked, 'released')],
      effects: [
        ...redrawCards,
        ...notify(asked.actor, [
          { to: ticket.assignee, topic: 'released' },
          ...watchersFor(ticket, 'released'),
        ]),
      ],
    }
  },
  words: {
    summary: 'Give a ticket back to the queue',
    success: 'Open again.',
    done: (ticket) => sentence`You gave ${referenceTo(ticket)} back: anyone may claim it.`,
  },
  button: { label: 'Release', style: 'secondary', isShown: isClaimed },
})
