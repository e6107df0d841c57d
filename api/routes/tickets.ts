import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { deleteTicket } from '../../core/tickets/delete-ticket.ts'
import { editSchema, editTicket } from '../../core/tickets/edit-ticket.ts'
import { newTicketSchema, openTicket } from '../../core/tickets/open-ticket.ts'
import { listTickets, readTicket } from '../../core/tickets/read-tickets.ts'
import { statuses } from '../../core/tickets/ticket.ts'
import { summaryOf, ticketSummarySchema } from '../../core/tickets/ticket-view.ts'
import { exampleSummary } from '../examples.ts'
import { act, intakeHeaders, intakeKey, sourceOf } from '../intake-key.ts'
import { addressOf } from '../origin.ts'
import { nextSchema, pageOf, pageQuery } from '../pages.ts'
import { route } from '../route.ts'
import { answerTicket, ticketParams, ticketSuccess } from '../ticket-answer.ts'

const tag = 'Tickets'
const access = 'signed-in'

const listQuery = z.strictObject({
  ...pageQuery,
  view: z
    .enum(['mine', 'assigned', 'queue'])
    .optional()
    .describe('filed by me, assigned to me, or unclaimed; without it all that I may see'),
  status: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(statuses)).max(statuses.length))
    .optional()
    .describe(`some of ${statuses.join(', ')}, with commas between them`),
})

/** Tickets: file, find, read, change, delete. */
export const ticketRoutes = (desk: Desk) => [
  route({
    method: 'get',
    path: '/api/tickets',
    summary: 'The tickets that I may see, newest first',
    tag,
    access,
    scope: 'tickets:read',
    query: listQuery,
    successes: {
      200: {
        description: 'One page. `next` goes into `after` of the next request.',
        schema: z.object({ tickets: z.array(ticketSummarySchema), next: nextSchema }),
        example: { tickets: [exampleSummary], next: null },
      },
    },
    refusals: [],
    handle: async ({ caller, query: { limit, ...query } }) => {
      const { rows, next } = pageOf(
        await listTickets(desk, caller.user, { ...query, limit: limit + 1 }),
        limit,
      )
      return { status: 200, body: { tickets: rows.map(summaryOf), next } }
    },
  }),
  route({
    method: 'post',
    path: '/api/tickets',
    summary: 'File a ticket',
    tag,
    access,
    scope: 'tickets:write',
    headers: intakeHeaders,
    body: newTicketSchema,
    bodyExample: { title: 'Printer on fire', description: 'Flames come out of **tray 2**.', urgency: 'high' },
    successes: {
      200: ticketSuccess('It was filed before with this Idempotency-Key.'),
      201: ticketSuccess('Filed.'),
    },
    refusals: [],
    handle: async ({ caller, body, request }) => {
      const intake = { input: body, key: intakeKey(request, 'ticket'), source: sourceOf(request) } as const
      const { ticket, created } = await openTicket(desk, caller.user, intake)
      return answerTicket(caller.user, ticket, created ? 201 : 200)
    },
  }),
  route({
    method: 'get',
    path: '/api/tickets/{id}',
    summary: 'One ticket with its history',
    tag,
    access,
    scope: 'tickets:read',
    params: ticketParams,
    successes: { 200: ticketSuccess('The ticket.') },
    refusals: ['not-found'],
    handle: async ({ caller, params }) =>
      answerTicket(caller.user, await readTicket(desk, caller.user, params.id)),
  }),
  route({
    method: 'put',
    path: '/api/tickets/{id}',
    summary: 'Change some fields of the version that you have seen',
    tag,
    access,
    scope: 'tickets:write',
    params: ticketParams,
    body: editSchema,
    bodyExample: { version: 4, priority: 'high' },
    successes: { 200: ticketSuccess('Changed.') },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, body, request }) =>
      answerTicket(
        caller.user,
        await editTicket(desk, caller.user, { ...act(request, params.id), input: body }),
      ),
  }),
  route({
    method: 'delete',
    path: '/api/tickets/{id}',
    summary: 'Delete a ticket and its comments (admins)',
    tag,
    access,
    scope: 'admin',
    params: ticketParams,
    successes: { 204: { description: 'Deleted.' } },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, request }) => {
      await deleteTicket(desk, caller.user, { ...act(request, params.id), address: addressOf(request) })
      return { status: 204 }
    },
  }),
]
