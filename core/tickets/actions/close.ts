import { conflict } from '../../errors.ts'
import { entry, numbered, redrawCards } from '../change.ts'
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
    if (ticket.status === 'closed') throw conflict(`${numbered(ticket)} is closed already.`)
    if (ticket.status !== 'resolved') throw conflict(`${numbered(ticket)} is not resolved yet.`)
    return {
      set: { status: 'closed' },
      history: [entry(asked, 'closed')],
      effects: [...redrawCards, ...notify(asked.actor, followersOf(ticket))],
    }
  },
  words: { summary: 'Make a resolved ticket final', success: 'Closed.' },
})
