import { entryNameSchema } from '../../core/catalog/catalog.ts'
import { listedNames } from '../../core/catalog/names.ts'
import type { Desk } from '../../core/desk.ts'
import { newTicketSchema } from '../../core/tickets/intake.ts'
import { openTicket } from '../../core/tickets/open-ticket.ts'
import { markRead } from '../../core/tickets/read-marks/mark-read.ts'
import { readTicket } from '../../core/tickets/read-tickets.ts'
import { intakeHeaders, intakeKey, sourceOf } from '../intake-key.ts'
import { route } from '../route.ts'
import { answerTicket, ticketParams, ticketSuccess } from '../ticket-answer.ts'

const tag = 'Tickets'
const access = 'signed-in'

/** Files and reads tickets. The actions on a ticket are in ticket-actions.ts. */
export const ticketRoutes = (desk: Desk) => [
  route({
    method: 'post',
    path: '/api/tickets',
    summary: 'File a ticket',
    tag,
    access,
    scope: 'tickets:write',
    headers: intakeHeaders,
    body: newTicketSchema.extend({
      category: entryNameSchema.optional().describe('a category of GET /api/catalog; absent: triage decides'),
    }),
    bodyExample: { title: 'Printer on fire', description: 'Flames come out of **tray 2**.', urgency: 'high' },
    successes: {
      200: ticketSuccess('It was filed before with this Idempotency-Key.'),
      201: ticketSuccess('Filed.'),
    },
    refusals: [],
    handle: async ({ caller, body: { category, ...input }, request }) => {
      const intake = {
        input,
        category: category === undefined ? null : await listedCategory(desk, category),
        key: intakeKey(request, 'ticket'),
        source: sourceOf(request),
      } as const
      const { ticket, created } = await openTicket(desk, caller.user, intake)
      return answerTicket(desk, caller.user, ticket, created ? 201 : 200)
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
      answerTicket(desk, caller.user, await readTicket(desk, caller.user, params.id)),
  }),
  route({
    method: 'put',
    path: '/api/tickets/{id}/read',
    summary: 'Note that I have read a ticket up to now: lists then no longer call it unread',
    tag,
    access,
    scope: 'tickets:write',
    params: ticketParams,
    successes: { 204: { description: 'Noted. Only you see it.' } },
    refusals: ['not-found'],
    handle: async ({ caller, params }) => {
      await markRead(desk, caller.user, params.id)
      return { status: 204 }
    },
  }),
]

/** @throws invalid for one that the desk doesn't offer */
async function listedCategory({ catalog }: Desk, name: string): Promise<string | null> {
  const { categories } = await catalog.read()
  return listedNames(categories, [name], { field: 'category', had: [] })[0] ?? null
}
