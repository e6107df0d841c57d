import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { perform } from '../../core/tickets/actions/perform.ts'
import { unwatch } from '../../core/tickets/actions/unwatch.ts'
import { watch } from '../../core/tickets/actions/watch.ts'
import type { User } from '../../core/users/user.ts'
import { actionRequest } from '../origin.ts'
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

const watcherOf = (user: string, caller: User) => ({ user: user === 'me' ? caller._id : user })

/** People who are notified about a ticket apart from its requester and assignee. */
export const watcherRoutes = (desk: Desk) => [
  route({
    ...common,
    method: 'put',
    summary: watch.words.summary,
    successes: { 200: ticketSuccess(watch.words.success) },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, request }) => {
      const ticket = await perform(desk, caller.user, watch, {
        ...actionRequest(request, params.id),
        input: watcherOf(params.user, caller.user),
      })
      return answerTicket(desk, caller.user, ticket)
    },
  }),
  route({
    ...common,
    method: 'delete',
    summary: unwatch.words.summary,
    successes: { 204: { description: unwatch.words.success } },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, request }) => {
      await perform(desk, caller.user, unwatch, {
        ...actionRequest(request, params.id),
        input: watcherOf(params.user, caller.user),
      })
      return { status: 204 }
    },
  }),
]
