import { historyEntry, redrawStaffCard } from '../change.ts'
import { seeTicket } from '../permissions.ts'
import { watchersOf } from '../recipients.ts'
import { defineAction } from './action.ts'
import { chooseWatchers, isForActor, watcherInput } from './watch.ts'

/** Unwatch: anyone can stop watching. Handlers can also remove other watchers. */
export const unwatch = defineAction({
  input: watcherInput,
  permissions: {},
  needs: (_ticket, asked) => [isForActor(asked) ? seeTicket : chooseWatchers],
  decide(ticket, asked) {
    const who = watchersOf(ticket).find(({ id }) => id === asked.input.user)
    if (!who) return null
    return {
      set: { watchers: watchersOf(ticket).filter((one) => one !== who) },
      history: [historyEntry(asked, 'unwatched', isForActor(asked) ? {} : { note: who.name })],
      effects: redrawStaffCard,
    }
  },
  words: {
    summary: 'Stop watching a ticket, or have a colleague stop (who has it, and admins)',
    success: 'No longer watched. It may be out of sight now.',
  },
})
