import { z } from 'zod'
import { sentence } from '../../text/sentence.ts'
import { personOf } from '../../users/user.ts'
import { assertUnresolved, historyEntry, redrawCards, referenceTo } from '../change.ts'
import { isHandler, isRequester, isStaff } from '../permissions.ts'
import { notify, watchersFor } from '../recipients.ts'
import { isClaimed } from '../ticket.ts'
import { maxResolution, resolutionSchema } from '../ticket-texts.ts'
import { defineAction } from './action.ts'
import { assignedToAnother, claimedAssignment } from './claim.ts'

/** Resolve: an unclaimed ticket is assigned to the staff member who resolves it. */
export const resolve = defineAction({
  input: z.strictObject({ resolution: resolutionSchema }),
  permissions: {
    resolve: {
      verb: 'resolve',
      rule: (actor, ticket) =>
        isRequester(actor, ticket) || isHandler(actor, ticket) || (isStaff(actor) && !isClaimed(ticket)),
    },
  },
  decide(ticket, asked) {
    const { actor, input, now } = asked
    assertUnresolved(ticket)
    const becomesTheirs = !isClaimed(ticket) && !isRequester(actor, ticket)
    return {
      set: {
        status: 'resolved',
        resolution: { text: input.resolution, by: personOf(actor), at: now },
        ...(becomesTheirs ? { assignee: personOf(actor), assignment: claimedAssignment(ticket, asked) } : {}),
      },
      history: [historyEntry(asked, 'resolved', { note: input.resolution })],
      effects: [
        ...redrawCards,
        ...notify(actor, [
          { to: ticket.requester, topic: 'resolved' },
          { to: becomesTheirs ? assignedToAnother(ticket, asked) : null, topic: 'taken-over' },
          { to: ticket.assignee, topic: 'resolved' },
          ...watchersFor(ticket, 'resolved'),
        ]),
      ],
    }
  },
  words: {
    summary: 'Resolve a ticket, and tell its requester how',
    success: 'Resolved.',
    done: (ticket) => sentence`${referenceTo(ticket)} is resolved. ${ticket.requester.name} is notified.`,
  },
  example: { resolution: 'Put the fire out and ordered a new one.' },
  button: {
    label: 'Resolve',
    style: 'success',
    isShown: isClaimed,
    ask: {
      field: 'resolution',
      label: 'Resolution',
      description: 'How was it solved? The requester gets this.',
      maxLength: maxResolution,
    },
  },
})
