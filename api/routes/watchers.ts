import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { unwatchTicket, watchTicket } from '../../core/tickets/watch-ticket.ts'
import type { User } from '../../core/users/user.ts'
import { act } from '../intake-key.ts'
import { route } from '../route.ts'
import { answerTicket, ticketParams, ticketSuccess } from '../ticket-answer.ts'

const common = {
  path: '/api/tickets/{id}/watchers/{user}',
  tag: 'Tickets',
  access: 'signed-in',
  scope: 'tickets:write',
  params: ticketParams.extend({
    user: z
      .string()
      .regex(/^(me|[0-9a-f]{24})$/)
      .describe('`me` or a user id'),
  }),
} as const

const idOf = (user: string, caller: User) => (user === 'me' ? caller._id : user)

/** Who is told of a ticket besides its requester and who has it. */
export const watcherRoutes = (desk: Desk) => [
  route({
    ...common,
    method: 'put',
    summary: 'Watch a ticket (staff), or have a colleague watch it (who has it, and admins)',
    successes: { 200: ticketSuccess('Watched: they see it and are told of what happens to it.') },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, request }) => {
      const user = idOf(params.user, caller.user)
      const ticket = await watchTicket(desk, caller.user, { ...act(request, params.id), user })
      return answerTicket(caller.user, ticket)
    },
  }),
  route({
    ...common,
    method: 'delete',
    summary: 'Stop watching a ticket, or have a colleague stop (who has it, and admins)',
    successes: { 204: { description: 'No longer watched. It may be out of sight now.' } },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, request }) => {
      const user = idOf(params.user, caller.user)
      await unwatchTicket(desk, caller.user, { ...act(request, params.id), user })
      return { status: 204 }
    },
  }),
]
