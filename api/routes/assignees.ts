import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { assigneeSchema, listAssignees } from '../../core/triage/list-assignees.ts'
import { exampleAssignee } from '../examples/accounts.ts'
import { searchSchema } from '../pages.ts'
import { route } from '../route.ts'
import { ticketParams } from '../ticket-answer.ts'

/** People to whom tickets can be assigned. */
export const assigneeRoutes = (desk: Desk) => [
  route({
    method: 'get',
    path: '/api/tickets/{id}/assignees',
    summary: 'Who can be assigned to a ticket, best match first, at most 20 (its handler, and admins)',
    tag: 'Tickets',
    access: 'signed-in',
    scope: 'tickets:write',
    params: ticketParams,
    query: z.strictObject({ search: searchSchema }),
    successes: {
      200: {
        description: 'Active moderators and admins, with their load.',
        schema: z.object({ assignees: z.array(assigneeSchema) }),
        example: { assignees: [exampleAssignee] },
      },
    },
    refusals: ['forbidden', 'not-found'],
    handle: async ({ caller, params, query }) => ({
      status: 200,
      body: { assignees: await listAssignees(desk, caller.user, { ...params, ...query }) },
    }),
  }),
]
