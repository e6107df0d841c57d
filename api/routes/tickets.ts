import { type Request, type RequestHandler, type Response, Router } from 'express'
import { z } from 'zod'
import { checkInput } from '../../core/check-input.ts'
import type { Desk } from '../../core/desk.ts'
import { notFound } from '../../core/errors.ts'
import { isId } from '../../core/ids.ts'
import { claimTicket } from '../../core/tickets/claim-ticket.ts'
import { deleteTicket } from '../../core/tickets/delete-ticket.ts'
import { editSchema, editTicket } from '../../core/tickets/edit-ticket.ts'
import { newTicketSchema, openTicket } from '../../core/tickets/open-ticket.ts'
import { may } from '../../core/tickets/permissions.ts'
import { listTickets, readTicket } from '../../core/tickets/read-tickets.ts'
import { releaseTicket } from '../../core/tickets/release-ticket.ts'
import { resolveSchema, resolveTicket } from '../../core/tickets/resolve-ticket.ts'
import { statuses, type Ticket } from '../../core/tickets/ticket.ts'
import { summaryOf, viewOf } from '../../core/tickets/ticket-view.ts'
import { callerOf } from '../authenticate.ts'
import { intakeKey, sourceOf } from '../intake-key.ts'
import { pageOf, pageQuery } from '../pages.ts'

const listQuery = z.strictObject({
  ...pageQuery,
  view: z.enum(['mine', 'assigned', 'queue']).optional(),
  status: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(statuses)).max(statuses.length))
    .optional(),
})
const noBody = z.strictObject({}).optional()

/** What the asker may do now: screens show only that. */
const permissionsOf = (request: Request, ticket: Ticket) => {
  const { user } = callerOf(request)
  const actions = ['edit', 'classify', 'claim', 'release', 'resolve', 'comment', 'note', 'delete'] as const
  return Object.fromEntries(actions.map((action) => [action, may(user, action, ticket)]))
}

/** @throws not-found, also for what can't be an id */
export function ticketId(request: Request): string {
  const id = String(request.params.id)
  if (!isId(id)) throw notFound('ticket')
  return id
}

export function ticketRoutes(desk: Desk, signedIn: RequestHandler) {
  const routes = Router()
  routes.use(signedIn)

  const show = (request: Request, response: Response, ticket: Ticket, status = 200) => {
    const forStaff = callerOf(request).user.role !== 'user'
    response.status(status).json({ ticket: viewOf(ticket, forStaff), may: permissionsOf(request, ticket) })
  }
  const act = (request: Request) => ({ id: ticketId(request), surface: sourceOf(request) }) as const

  routes.get('/', async (request, response) => {
    const { limit, ...query } = checkInput(listQuery, request.query)
    const found = await listTickets(desk, callerOf(request).user, { ...query, limit: limit + 1 })
    const { rows, next } = pageOf(found, limit)
    response.json({ tickets: rows.map(summaryOf), next })
  })

  routes.post('/', async (request, response) => {
    const { ticket, created } = await openTicket(desk, callerOf(request).user, {
      input: checkInput(newTicketSchema, request.body),
      key: intakeKey(request, 'ticket'),
      source: sourceOf(request),
    })
    show(request, response, ticket, created ? 201 : 200)
  })

  routes.get('/:id', async (request, response) => {
    show(request, response, await readTicket(desk, callerOf(request).user, ticketId(request)))
  })

  routes.put('/:id', async (request, response) => {
    const input = checkInput(editSchema, request.body)
    show(request, response, await editTicket(desk, callerOf(request).user, { ...act(request), input }))
  })

  routes.delete('/:id', async (request, response) => {
    await deleteTicket(desk, callerOf(request).user, act(request))
    response.status(204).end()
  })

  routes.post('/:id/claim', async (request, response) => {
    checkInput(noBody, request.body)
    show(request, response, await claimTicket(desk, callerOf(request).user, act(request)))
  })

  routes.post('/:id/release', async (request, response) => {
    checkInput(noBody, request.body)
    show(request, response, await releaseTicket(desk, callerOf(request).user, act(request)))
  })

  routes.post('/:id/resolve', async (request, response) => {
    const { resolution } = checkInput(resolveSchema, request.body)
    show(
      request,
      response,
      await resolveTicket(desk, callerOf(request).user, { ...act(request), resolution }),
    )
  })

  return routes
}
