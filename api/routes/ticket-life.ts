import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { assignSchema, assignTicketTo } from '../../core/tickets/assign-to.ts'
import { claimTicket } from '../../core/tickets/claim-ticket.ts'
import { assigneeSchema, listAssignees } from '../../core/tickets/list-assignees.ts'
import { releaseTicket } from '../../core/tickets/release-ticket.ts'
import { resolveSchema, resolveTicket } from '../../core/tickets/resolve-ticket.ts'
import { closeTicket, reopenTicket, setWaiting } from '../../core/tickets/set-status.ts'
import { exampleAssignee, exampleUser } from '../examples.ts'
import { act } from '../intake-key.ts'
import { searchSchema } from '../pages.ts'
import { route } from '../route.ts'
import { answerTicket, ticketParams, ticketSuccess } from '../ticket-answer.ts'

const common = {
  method: 'post',
  tag: 'Tickets',
  access: 'signed-in',
  scope: 'tickets:write',
  params: ticketParams,
  refusals: ['forbidden', 'not-found', 'conflict'],
} as const

type WithoutInput = typeof claimTicket

/** A step that needs no more than the ticket's id. */
const step = (desk: Desk, name: string, summary: string, done: string, take: WithoutInput) =>
  route({
    ...common,
    refusals: [...common.refusals],
    path: `/api/tickets/{id}/${name}`,
    summary,
    body: z.strictObject({}).optional(),
    successes: { 200: ticketSuccess(done) },
    handle: async ({ caller, params, request }) =>
      answerTicket(caller.user, await take(desk, caller.user, act(request, params.id))),
  })

/** What becomes of a ticket, from claim to close. */
export const ticketLifeRoutes = (desk: Desk) => [
  step(desk, 'claim', 'Take a ticket: of simultaneous claims exactly one wins', 'It is yours.', claimTicket),
  step(desk, 'release', 'Give a ticket back to the queue', 'Open again.', releaseTicket),
  step(desk, 'wait', 'Wait for the requester, who is told', 'It waits for its requester.', setWaiting),
  route({
    ...common,
    refusals: [...common.refusals],
    path: '/api/tickets/{id}/resolve',
    summary: 'Resolve a ticket, and tell its requester how',
    body: resolveSchema,
    bodyExample: { resolution: 'Put the fire out and ordered a new one.' },
    successes: { 200: ticketSuccess('Resolved.') },
    handle: async ({ caller, params, body, request }) =>
      answerTicket(
        caller.user,
        await resolveTicket(desk, caller.user, { ...act(request, params.id), ...body }),
      ),
  }),
  step(desk, 'reopen', 'Take a resolved or waiting ticket up again', 'In progress, or open.', reopenTicket),
  step(desk, 'close', 'Make a resolved ticket final', 'Closed.', closeTicket),
  route({
    ...common,
    method: 'get',
    scope: 'admin',
    refusals: ['forbidden', 'not-found'],
    path: '/api/tickets/{id}/assignees',
    summary: 'Whom I can give a ticket to, best first, at most 20 (admins)',
    query: z.strictObject({ search: searchSchema }),
    successes: {
      200: {
        description: 'Active moderators and admins, with their load.',
        schema: z.object({ assignees: z.array(assigneeSchema) }),
        example: { assignees: [exampleAssignee] },
      },
    },
    handle: async ({ caller, params, query }) => ({
      status: 200,
      body: { assignees: await listAssignees(desk, caller.user, { ...params, ...query }) },
    }),
  }),
  route({
    ...common,
    refusals: [...common.refusals],
    path: '/api/tickets/{id}/assign',
    summary: 'Give a ticket to somebody, also out of another’s hands (admins)',
    body: assignSchema,
    bodyExample: { assignee: exampleUser.id },
    successes: { 200: ticketSuccess('Assigned; both are told.') },
    handle: async ({ caller, params, body, request }) =>
      answerTicket(
        caller.user,
        await assignTicketTo(desk, caller.user, { ...act(request, params.id), ...body }),
      ),
  }),
]
