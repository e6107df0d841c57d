import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { listSimilar } from '../../core/triage/similar/find-similar.ts'
import { similarViewOf, similarViewSchema } from '../../core/triage/similar/similar-view.ts'
import { exampleSimilar } from '../examples.ts'
import { route } from '../route.ts'
import { ticketParams } from '../ticket-answer.ts'

/** Tickets that may be about the same. */
export const similarTicketRoutes = (desk: Desk) => [
  route({
    method: 'get',
    path: '/api/tickets/{id}/similar',
    summary: 'Tickets like this one that you may see, the most similar first, at most 5',
    tag: 'Tickets',
    access: 'signed-in',
    scope: 'tickets:read',
    params: ticketParams,
    successes: {
      200: {
        description:
          'Similar tickets among the 20,000 that were changed last. Requesters get only their own.',
        schema: z.object({ tickets: z.array(similarViewSchema) }),
        example: { tickets: [exampleSimilar] },
      },
    },
    refusals: ['not-found'],
    handle: async ({ caller, params }) => ({
      status: 200,
      body: { tickets: (await listSimilar(desk, caller.user, params.id)).map(similarViewOf) },
    }),
  }),
]
