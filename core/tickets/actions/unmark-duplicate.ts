import { conflict } from '../../errors.ts'
import { personOf } from '../../users/user.ts'
import { referenceTo } from '../change.ts'
import { restoreUnmarked } from '../duplicates/duplicates.ts'
import { syncDuplicates } from '../duplicates/sync-duplicates.ts'
import { defineAction, noInput } from './action.ts'
import { mayLink } from './mark-duplicate.ts'

/**
 * Unmark a duplicate: restores the ticket to its state before. People who followed the original only because of it no
 * longer do.
 */
export const unmarkDuplicate = defineAction({
  input: noInput,
  permissions: {},
  needs: () => [mayLink],
  decide(ticket, { actor, surface }) {
    if (!ticket.duplicateOf) throw conflict(`${referenceTo(ticket)} is not a duplicate.`)
    if (ticket.status === 'closed') throw conflict(`${referenceTo(ticket)} is closed, so its mark stays.`)
    return restoreUnmarked(ticket, { by: personOf(actor), surface })
  },
  async finish(desk, ticket) {
    for (const effect of ticket.outbox)
      if (effect.kind === 'sync-duplicate') await syncDuplicates(desk, effect.other)
    return ticket
  },
  words: {
    summary:
      'Unmark a duplicate: the ticket is as it was before, and nobody follows the original because of it',
    success: 'No longer a duplicate.',
  },
})
