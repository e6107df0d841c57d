import { z } from 'zod'
import type { Desk } from '../desk.ts'
import { mayAssign } from '../tickets/actions/assign.ts'
import { assertMay } from '../tickets/permissions.ts'
import { readTicket } from '../tickets/read-tickets.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { type Actor, roles, type User } from '../users/user.ts'
import { matchingSkills } from './choose-assignee.ts'
import { loadsOf } from './loads.ts'

const maxListed = 20

export const assigneeSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  onDuty: z.boolean(),
  skills: z.array(z.string()),
  matching: z.array(z.string()).describe('the ticket’s skills that this person has'),
  load: z.number().int().describe('number of unresolved tickets assigned to or claimed by this person'),
  capacity: z.number().int(),
})
export type Assignee = z.infer<typeof assigneeSchema>

/**
 * The people to whom its handler can assign a ticket, best first.
 * @param request.search the start of a name, of a later word in it, or of an address
 * @param request.limit the most people, by default 20
 * @throws not-found, forbidden unless they handle it
 */
export async function listAssignees(
  desk: Pick<Desk, 'tickets' | 'users' | 'countedPerRequester'>,
  actor: Actor,
  { limit = maxListed, ...request }: { id: string; search?: string | undefined; limit?: number },
): Promise<Assignee[]> {
  const ticket = await readTicket(desk, actor, request.id)
  assertMay(actor, mayAssign, ticket)
  const staff = await desk.users.activeStaff(request.search)
  const { of: loads } = await loadsOf(
    desk,
    staff.map(({ _id }) => _id),
  )
  return rankAssignees(ticket, staff, loads).slice(0, limit)
}

/** People on duty come first, then the most matching skills, then the lowest load. */
export function rankAssignees(
  { skills }: Pick<Ticket, 'skills'>,
  staff: Pick<User, '_id' | 'name' | 'role' | 'onDuty' | 'skills' | 'capacity'>[],
  loads: ReadonlyMap<string, number>,
): Assignee[] {
  return staff
    .map(({ _id: id, name, role, onDuty, skills: had, capacity }) => {
      const matching = matchingSkills(skills, had)
      return { id, name, role, onDuty, skills: had, matching, load: loads.get(id) ?? 0, capacity }
    })
    .sort(
      (a, b) =>
        Number(b.onDuty) - Number(a.onDuty) ||
        b.matching.length - a.matching.length ||
        a.load - b.load ||
        a.name.localeCompare(b.name),
    )
}
