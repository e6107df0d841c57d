import type { Desk } from '../../core/desk.ts'
import { deleteTicket } from '../../core/tickets/delete-ticket.ts'
import { editSchema, editTicket } from '../../core/tickets/edit-ticket.ts'
import { newTicketSchema, openTicket } from '../../core/tickets/open-ticket.ts'
import { readTicket } from '../../core/tickets/read-tickets.ts'
import { act, intakeHeaders, intakeKey, sourceOf } from '../intake-key.ts'
import { addressOf } from '../origin.ts'
import { route } from '../route.ts'
import { answerTicket, ticketParams, ticketSuccess } from '../ticket-answer.ts'

const tag = 'Tickets'
const access = 'signed-in'

/** Tickets: file, read, change, delete. */
export const ticketRoutes = (desk: Desk) => [
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
