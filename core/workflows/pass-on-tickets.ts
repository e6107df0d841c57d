import { isHeld } from '../database/lease-store.ts'
import type { Desk } from '../desk.ts'
import { repeatedly } from '../repeatedly.ts'
import { changeTicket } from '../tickets/change-ticket.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { openChooser } from '../triage/open-chooser.ts'
import { lapsedIn, passedOn } from '../triage/pass-on.ts'

const lookEveryMs = 15_000

/**
 * Passes on the tickets whose assignees did not claim them in time, oldest deadline first. Nothing happens while another
 * process assigns: the next round does it. @returns how many were looked at
 */
export async function passOnTickets(desk: Desk): Promise<number> {
  if (desk.claimMinutes === null || (await desk.tickets.overdue(desk.now())).length === 0) return 0
  const done = await desk.assignments.whileHolding('assignments', 'assigning', async () =>
    passOnInOrder(desk, await desk.tickets.overdue(desk.now())),
  )
  return isHeld(done) ? 0 : done
}

async function passOnInOrder(desk: Desk, overdue: Ticket[]): Promise<number> {
  const choose = await openChooser(desk)
  const admins = (await desk.users.admins()).map(({ _id }) => _id)
  for (const ticket of overdue) {
    const choice = choose(
      ticket,
      lapsedIn(ticket).map(({ id }) => id),
    )
    const terms = { admins, claimMinutes: desk.claimMinutes }
    const after = await changeTicket(desk, ticket._id, passedOn(choice, terms, desk.now()), ticket)
    if (choice.assignee && after.assignee?.id === choice.assignee.id)
      await desk.users.markAssigned(choice.assignee.id, desk.now())
  }
  return overdue.length
}

/** Passes tickets on within 15 s. Safe in several processes, and after a restart. @returns stops it */
export const startPassingOn = (desk: Desk) =>
  repeatedly(
    () => passOnTickets(desk),
    lookEveryMs,
    (error) => desk.log.debug({ reason: error.message }, 'tickets could not be passed on; next try in 15 s'),
  )
