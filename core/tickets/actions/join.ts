import { invalid } from '../../errors.ts'
import { joinedWords } from '../look-alikes-words.ts'
import { isRequester } from '../permissions.ts'
import { defineAction } from './action.ts'
import { findOriginal, markDuplicate } from './mark-duplicate.ts'

/**
 * Join: a requester says that their ticket is about the same as another of their own. It becomes a duplicate of that one.
 * Reopening it undoes that.
 */
export const join = defineAction({
  input: markDuplicate.input,
  permissions: { join: { verb: 'mark duplicates with', rule: isRequester } },
  async prepare(desk, ticket, { actor, input }) {
    const found = await findOriginal(desk, ticket, actor, input.of)
    if (!isRequester(actor, found.original)) throw invalid('of', 'Choose another ticket of your own.')
    return found
  },
  decide: markDuplicate.decide,
  finish: markDuplicate.finish,
  words: {
    summary: 'Mark one’s own ticket as a duplicate of another of one’s own (its requester)',
    success: 'Marked. The conversation goes on in the other one.',
    done: (ticket) => joinedWords(ticket, ticket.duplicateOf?.number ?? ticket.number),
  },
  example: { of: 41 },
})
