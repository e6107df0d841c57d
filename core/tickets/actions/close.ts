import { conflict } from '../../errors.ts'
import { historyEntry, redrawCards, referenceTo } from '../change.ts'
import { isHandler, isRequester } from '../permissions.ts'
import { followersOf, notify } from '../recipients.ts'
import { defineAction, noInput } from './action.ts'

/** Close: a resolved ticket becomes final. */
export const close = defineAction({
  input: noInput,
  permissions: {
    close: { verb: 'close', rule: (actor, ticket) => isRequester(actor, ticket) || isHandler(actor, ticket) },
  },
  decide(ticket, asked) {
    if (ticket.status === 'closed') throw conflict(`${referenceTo(ticket)} is closed already.`)
    if (ticket.status !== 'resolved') throw conflict(`${referenceTo(ticket)} is not resolved yet.`)
    return {
      set: { status: 'closed' },
      history: [historyEntry(asked, 'closed')],
      effects: [...redrawCards, ...notify(asked.actor, followersOf(ticket))],
    }
  },
  words: { summary: 'Make a resolved ticket final', success: 'Closed.' },
})
