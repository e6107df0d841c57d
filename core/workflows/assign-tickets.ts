import { currentNames } from '../catalog/names.ts'
import { isHeld } from '../database/lease-store.ts'
import type { Desk } from '../desk.ts'
import { changeTicket } from '../tickets/change-ticket.ts'
import { assigned } from '../tickets/triage-decisions.ts'
import { chooseAssignee } from '../triage/choose-assignee.ts'
import { drainQueue, heldByAnother } from './drain-queue.ts'
import type { Worker } from './worker.ts'

const lease = 'assigning'

/**
 * Assigns every ticket that waits for it, one at a time on the whole desk, so that each choice sees the ones before
 * it and a burst spreads over people.
 * @throws RetryLater when another process is at it
 */
export async function assignWaitingTickets({ desk }: Pick<Worker, 'desk'>): Promise<number> {
  let done = 0
  for (
    let waiting = await desk.tickets.unassigned();
    waiting.length > 0;
    waiting = await desk.tickets.unassigned()
  ) {
    const result = await desk.assignments.whileHolding('assignments', lease, () => assignAll(desk, waiting))
    if (isHeld(result)) throw heldByAnother(result.heldUntil)
    done += result
  }
  return done
}

async function assignAll(desk: Desk, ids: string[]) {
  for (const id of ids) await assign(desk, id)
  return ids.length
}

/** Chooses who should do a ticket, and writes it down with the reason. */
const assign = (desk: Desk, id: string) =>
  drainQueue(desk.tickets, id, 'assign', async () => {
    const ticket = await desk.tickets.find(id)
    if (!ticket) return undefined
    const { skills } = await desk.catalog.read()
    const today = <T extends { skills: string[] }>(one: T) => ({
      ...one,
      skills: currentNames(skills, one.skills),
    })
    const choice = chooseAssignee(today(ticket), (await moderatorsWithLoad(desk)).map(today))
    const admins = choice.assignee ? [] : (await desk.users.admins()).map((admin) => admin._id)
    const result = await changeTicket(desk, id, assigned(choice, { admins }, desk.now()))
    if (choice.assignee && result.assignee?.id === choice.assignee.id)
      await desk.users.markAssigned(choice.assignee.id, desk.now())
    return undefined
  })

async function moderatorsWithLoad(desk: Desk) {
  const moderators = await desk.users.moderatorsOnDuty()
  const loads = await desk.tickets.loadsOf(moderators.map((one) => one._id))
  return moderators.map((one) => ({ ...one, load: loads.get(one._id) ?? 0 }))
}
