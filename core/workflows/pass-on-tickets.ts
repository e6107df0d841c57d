import { isHeld } from '../database/lease-store.ts'
import type { Desk } from '../desk.ts'
import { repeatedly } from '../repeatedly.ts'
import { changeTicket } from '../tickets/change-ticket.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { type ClaimTerms, timeLeft } from '../triage/claim-deadline.ts'
import { claimTermsOf } from '../triage/claim-terms.ts'
import { type Chooser, openChooser } from '../triage/open-chooser.ts'
import { decidePassOn, lapsedPeople, postponeDeadline } from '../triage/pass-on.ts'
import type { Terms } from '../triage/triage-decisions.ts'

const lookEveryMs = 15_000

/**
 * Passes on the tickets whose assignees did not claim them in time, oldest deadline first. Nothing happens while another
 * process assigns: the next round does it. @returns how many were looked at
 */
export async function passOnTickets(desk: Desk): Promise<number> {
  if (desk.claimMinutes === null) return 0
  // Only a clock that is read often is exact.
  await desk.dutyClock()
  if ((await desk.tickets.overdue(desk.now())).length === 0) return 0
  const done = await desk.assignments.whileHolding('assignments', 'assigning', async () =>
    passOnInOrder(desk, await desk.tickets.overdue(desk.now())),
  )
  return isHeld(done) ? 0 : done
}

/** Deadlines stand still while nobody is on duty. */
async function passOnInOrder(desk: Desk, overdue: Ticket[]): Promise<number> {
  const claim = await claimTermsOf(desk)
  const isAnybodyThere = (await desk.users.moderatorsOnDuty()).length > 0
  if (!claim || !isAnybodyThere) return 0
  const choose = await openChooser(desk)
  const terms = { admins: (await desk.users.admins()).map(({ _id }) => _id), claim }
  for (const ticket of overdue) await passOn(desk, ticket, choose, terms)
  return overdue.length
}

async function passOn(desk: Desk, ticket: Ticket, choose: Chooser, terms: Terms & { claim: ClaimTerms }) {
  const left = timeLeft(ticket.assignment ?? {}, terms.claim, ticket.priority)
  if (left > 0) {
    await changeTicket(desk, ticket._id, postponeDeadline(left, terms.claim, desk.now()), ticket)
    return
  }
  const choice = choose(
    ticket,
    lapsedPeople(ticket).map(({ id }) => id),
  )
  const after = await changeTicket(desk, ticket._id, decidePassOn(choice, terms, desk.now()), ticket)
  if (choice.assignee && after.assignee?.id === choice.assignee.id)
    await desk.users.markAssigned(choice.assignee.id, desk.now())
}

/** Passes tickets on within 15 s. Safe in several processes, and after a restart. @returns stops it */
export const startPassingOn = (desk: Desk) =>
  repeatedly(
    () => passOnTickets(desk),
    lookEveryMs,
    (error) => desk.log.debug({ reason: error.message }, 'tickets could not be passed on; next try in 15 s'),
  )
