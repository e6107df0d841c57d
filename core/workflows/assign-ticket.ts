import type { Desk } from '../desk.ts'
import { changeTicket } from '../tickets/change-ticket.ts'
import { assigned } from '../tickets/triage-decisions.ts'
import { chooseAssignee } from '../triage/choose-assignee.ts'
import { clearLane } from './clear-lane.ts'
import type { Worker } from './worker.ts'

/** Chooses who should do a ticket. Runs one at a time on the whole desk, so each choice sees the one before it. */
export const assignTicket = ({ desk }: Worker, id: string) =>
  clearLane(desk.tickets.outbox, id, 'assign', async () => {
    const ticket = await desk.tickets.find(id)
    if (!ticket) return undefined
    const choice = chooseAssignee(ticket, await moderatorsWithLoad(desk))
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
