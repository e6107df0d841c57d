import { z } from 'zod'
import type { Desk } from '../desk.ts'
import { invalid } from '../errors.ts'
import type { Surface } from '../trace.ts'
import { type Actor, personOf } from '../users/user.ts'
import { assign } from './assign.ts'
import { changeTicket } from './change-ticket.ts'
import { assertMay } from './permissions.ts'
import { readTicket } from './read-tickets.ts'

export const assignSchema = z.strictObject({
  assignee: z.string().describe('user id of a moderator or an admin'),
})

/** @throws forbidden unless admin, not-found, invalid at `assignee` when they can't take tickets, conflict */
export async function assignTicketTo(
  desk: Desk,
  actor: Actor,
  request: { id: string; surface: Surface; assignee: string },
) {
  assertMay(actor, 'assign', await readTicket(desk, actor, request.id))
  const person = await desk.users.find(request.assignee)
  if (!person?.active || person.role === 'user')
    throw invalid('assignee', 'This person is no active moderator.')
  const act = { actor, surface: request.surface, now: desk.now(), to: personOf(person) }
  return changeTicket(desk, request.id, assign(act))
}
