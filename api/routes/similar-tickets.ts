import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { lookAlikes } from '../../core/search/look-alikes.ts'
import { titleSchema } from '../../core/tickets/ticket-texts.ts'
import { listSimilar } from '../../core/triage/similar/find-similar.ts'
import {
  lookAlikeOf,
  lookAlikeSchema,
  similarViewOf,
  similarViewSchema,
} from '../../core/triage/similar/similar-view.ts'
import { exampleListed, exampleSimilar } from '../examples/tickets.ts'
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
  route({
    method: 'get',
    path: '/api/look-alikes',
    summary: 'Your own tickets like one that you are about to file, at most 3',
    tag: 'Tickets',
    access: 'signed-in',
    scope: 'tickets:read',
    query: z.strictObject({ title: titleSchema }),
    successes: {
      200: {
        description: 'Tickets that you have filed and that are not resolved, the most similar first.',
        schema: z.object({ tickets: z.array(lookAlikeSchema) }),
        example: {
          tickets: [{ id: exampleListed.id, number: exampleListed.number, title: exampleListed.title }],
        },
      },
    },
    refusals: [],
    handle: async ({ caller, query }) => ({
      status: 200,
      body: { tickets: (await lookAlikes(desk, caller.user, query)).map(lookAlikeOf) },
    }),
  }),
]
