import { conflict } from '../../errors.ts'
import { sentence } from '../../text/sentence.ts'
import { historyEntry, redrawCards, referenceTo } from '../change.ts'
import { isHandler } from '../permissions.ts'
import { notify, watchersFor } from '../recipients.ts'
import { isClaimed } from '../ticket.ts'
import { defineAction, noInput } from './action.ts'

/** Wait: the ticket waits for an answer from the requester, who is notified. Their reply puts it back in progress. */
export const wait = defineAction({
  input: noInput,
  permissions: { wait: { verb: 'set aside', rule: isHandler } },
  decide(ticket, asked) {
    if (ticket.status === 'waiting') throw conflict(`${referenceTo(ticket)} is waiting already.`)
    if (!isClaimed(ticket)) throw conflict(`Nobody has claimed ${referenceTo(ticket)}: claim it first.`)
    return {
      set: { status: 'waiting' },
      history: [historyEntry(asked, 'set waiting')],
      effects: [
        ...redrawCards,
        ...notify(asked.actor, [
          { to: ticket.requester, topic: 'waiting' },
          ...watchersFor(ticket, 'status-changed'),
        ]),
      ],
    }
  },
  words: {
    summary: 'Wait for the requester, who is notified',
    success: 'It waits for its requester.',
    done: (ticket) =>
      sentence`${referenceTo(ticket)} waits for its requester. Their reply takes it up again.`,
  },
  button: { label: 'Waiting', style: 'secondary', isShown: ({ status }) => status === 'in_progress' },
})
