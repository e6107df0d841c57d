import type { Desk } from '../../core/desk.ts'
import { duplicateSchema, markDuplicate, undoMarking } from '../../core/tickets/mark-duplicate.ts'
import { act } from '../intake-key.ts'
import { route } from '../route.ts'
import { answerTicket, ticketParams, ticketSuccess } from '../ticket-answer.ts'

const common = {
  path: '/api/tickets/{id}/duplicate',
  tag: 'Tickets',
  access: 'signed-in',
  scope: 'tickets:write',
  params: ticketParams,
} as const

/** Two tickets about the same: one goes on for both. */
export const duplicateRoutes = (desk: Desk) => [
  route({
    ...common,
    method: 'post',
    summary: 'Mark a ticket as a duplicate: it is settled, and its requester follows the other one',
    body: duplicateSchema,
    bodyExample: { of: 41 },
    successes: { 200: ticketSuccess('Marked. Its requester may see the other ticket and is told of it.') },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, body, request }) => {
      const ticket = await markDuplicate(desk, caller.user, { ...act(request, params.id), ...body })
      return answerTicket(caller.user, ticket)
    },
  }),
  route({
    ...common,
    method: 'delete',
    summary: 'Undo that: the ticket is again as it was, and nobody follows the other one because of it',
    successes: { 200: ticketSuccess('As before.') },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, request }) =>
      answerTicket(caller.user, await undoMarking(desk, caller.user, act(request, params.id))),
  }),
]
