import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { addComment, newCommentSchema } from '../../core/tickets/add-comment.ts'
import { listComments } from '../../core/tickets/read-tickets.ts'
import { commentViewOf, commentViewSchema } from '../../core/tickets/ticket-view.ts'
import { exampleComment } from '../examples.ts'
import { intakeHeaders, intakeKey, sourceOf } from '../intake-key.ts'
import { nextSchema, pageOf, pageQuery } from '../pages.ts'
import { route } from '../route.ts'
import { ticketParams } from '../ticket-answer.ts'

const tag = 'Comments'
const path = '/api/tickets/{id}/comments'

/** What is said on a ticket: to its requester, or among moderators. */
export const commentRoutes = (desk: Desk) => [
  route({
    method: 'get',
    path,
    summary: 'The conversation, oldest first; internal notes for moderators and admins only',
    tag,
    access: 'signed-in',
    scope: 'tickets:read',
    params: ticketParams,
    query: z.strictObject(pageQuery),
    successes: {
      200: {
        description: 'One page.',
        schema: z.object({ comments: z.array(commentViewSchema), next: nextSchema }),
        example: { comments: [exampleComment], next: null },
      },
    },
    refusals: ['not-found'],
    handle: async ({ caller, params, query: { after, limit } }) => {
      const page = { ticket: params.id, after, limit: limit + 1 }
      const { rows, next } = pageOf(await listComments(desk, caller.user, page), limit)
      return { status: 200, body: { comments: rows.map(commentViewOf), next } }
    },
  }),
  route({
    method: 'post',
    path,
    summary: 'Say something on a ticket',
    tag,
    access: 'signed-in',
    scope: 'tickets:write',
    params: ticketParams,
    headers: intakeHeaders,
    body: newCommentSchema,
    bodyExample: { body: 'Stand back, please.', visibility: 'public' },
    successes: {
      201: {
        description: 'Said.',
        schema: z.object({ comment: commentViewSchema }),
        example: { comment: exampleComment },
      },
    },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, body, request }) => {
      const comment = await addComment(desk, caller.user, {
        ticket: params.id,
        surface: sourceOf(request),
        key: intakeKey(request, `comment:${params.id}`),
        input: body,
      })
      return { status: 201, body: { comment: commentViewOf(comment) } }
    },
  }),
]
