import { conflict } from '../../errors.ts'
import { sentence } from '../../text/sentence.ts'
import { personOf } from '../../users/user.ts'
import { type Act, assertUnresolved, historyEntry, redrawCards, referenceTo } from '../change.ts'
import { isStaff, type Permission } from '../permissions.ts'
import { followersOf, notify } from '../recipients.ts'
import { isClaimed, type Ticket } from '../ticket.ts'
import { defineAction, noInput } from './action.ts'

const mayClaim: Permission = { verb: 'claim', rule: isStaff }

/**
 * Claim: of several simultaneous claims exactly one wins. A ticket that is assigned to somebody else can be claimed as
 * long as they have not claimed it. That person is notified.
 */
export const claim = defineAction({
  input: noInput,
  permissions: { claim: mayClaim },
  needs: (ticket, { actor }) => (hasLostRace(ticket, actor) ? [] : [mayClaim]),
  decide(ticket, asked) {
    assertUnresolved(ticket)
    if (isClaimed(ticket)) throw alreadyClaimed(ticket, asked)
    const takenFrom = assignedToAnother(ticket, asked)
    return {
      set: {
        status: 'in_progress',
        assignee: personOf(asked.actor),
        assignment: claimedAssignment(ticket, asked),
      },
      history: [
        historyEntry(asked, 'claimed', takenFrom ? { note: `was assigned to ${takenFrom.name}` } : {}),
      ],
      effects: [
        ...redrawCards,
        ...notify(asked.actor, [{ to: takenFrom, topic: 'taken-over' }, ...followersOf(ticket)]),
      ],
    }
  },
  words: {
    summary: 'Take a ticket: of simultaneous claims exactly one wins',
    success: 'It is yours.',
    done: (ticket) => sentence`You claimed ${referenceTo(ticket)}.`,
  },
  button: { label: 'Claim', style: 'primary', isShown: ({ status }) => status === 'open' },
})

/**
 * Staff who lost the race can no longer see the ticket. The error still tells them who has it, which every moderator
 * may know.
 */
const hasLostRace = (ticket: Ticket, actor: Act['actor']) =>
  isStaff(actor) && isClaimed(ticket) && !ticket.deleted

function alreadyClaimed(ticket: Ticket, { actor }: Act) {
  const who = ticket.assignee?.id === actor._id ? 'You have' : `${ticket.assignee?.name ?? 'Somebody'} has`
  return conflict(`${who} already claimed ${referenceTo(ticket)}.`)
}

export const assignedToAnother = ({ assignee }: Ticket, { actor }: Act) =>
  assignee && assignee.id !== actor._id ? assignee : null

/** Keeps the candidates that triage considered. */
export const claimedAssignment = (ticket: Ticket, { actor, now }: Act) => ({
  by: 'claim' as const,
  reason: `Claimed by ${actor.name}.`,
  candidates: ticket.assignment?.candidates ?? [],
  at: now,
})
