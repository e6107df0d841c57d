import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { idSchema } from '../../core/ids.ts'
import { comment, mayHaveMeantToReopen, newCommentSchema } from '../../core/tickets/actions/comment.ts'
import { addComment } from '../../core/tickets/comments/add-comment.ts'
import { visibilities } from '../../core/tickets/comments/comment.ts'
import { deleteComment } from '../../core/tickets/comments/delete-comment.ts'
import { commentEditSchema, editComment } from '../../core/tickets/comments/edit-comment.ts'
import { listMentionable } from '../../core/tickets/comments/list-mentionable.ts'
import { listComments } from '../../core/tickets/read-tickets.ts'
import { commentViewOf, commentViewSchema } from '../../core/tickets/ticket-view.ts'
import { personSchema } from '../../core/trace.ts'
import type { User } from '../../core/users/user.ts'
import { exampleComment } from '../examples.ts'
import { intakeHeaders, intakeKey, sourceOf } from '../intake-key.ts'
import { actionRequest } from '../origin.ts'
import { nextSchema, pageOf, pageQuery, searchSchema } from '../pages.ts'
import { route } from '../route.ts'
import { ticketParams } from '../ticket-answer.ts'

const tag = 'Comments'
const path = '/api/tickets/{id}/comments'

const isStaff = ({ role }: User) => role !== 'user'
const commentParams = ticketParams.extend({ comment: idSchema.describe('24 hex digits') })

/** Public comments and internal notes on a ticket. */
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
      return {
        status: 200,
        body: { comments: rows.map((row) => commentViewOf(row, isStaff(caller.user))), next },
      }
    },
  }),
  route({
    method: 'post',
    path,
    summary: comment.words.summary,
    tag,
    access: 'signed-in',
    scope: 'tickets:write',
    params: ticketParams,
    headers: intakeHeaders,
    body: newCommentSchema,
    bodyExample: { body: 'Stand back, please.', visibility: 'public' },
    successes: {
      201: {
        description: comment.words.success,
        schema: z.object({
          comment: commentViewSchema,
          staysResolved: z
            .boolean()
            .describe('the ticket stays resolved, but its requester may have meant to reopen it: ask them'),
        }),
        example: { comment: exampleComment, staysResolved: false },
      },
    },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, body, request }) => {
      const added = await addComment(desk, caller.user, {
        ticket: params.id,
        surface: sourceOf(request),
        key: intakeKey(request, `comment:${params.id}`),
        input: body,
      })
      const ticket = await desk.tickets.find(params.id)
      const staysResolved = ticket !== null && mayHaveMeantToReopen(added, ticket)
      return { status: 201, body: { comment: commentViewOf(added, isStaff(caller.user)), staysResolved } }
    },
  }),
  route({
    method: 'put',
    path: `${path}/{comment}`,
    summary: 'Edit your own comment; it changes in Slack and Discord too',
    tag,
    access: 'signed-in',
    scope: 'tickets:write',
    params: commentParams,
    body: commentEditSchema,
    bodyExample: { version: 1, body: 'Stand back, please.' },
    successes: {
      200: {
        description: 'Edited. Staff can still see the earlier version.',
        schema: z.object({ comment: commentViewSchema }),
        example: { comment: exampleComment },
      },
    },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, body, request }) => {
      const asked = { ...actionRequest(request, params.id), comment: params.comment, input: body }
      const edited = await editComment(desk, caller.user, asked)
      return { status: 200, body: { comment: commentViewOf(edited, isStaff(caller.user)) } }
    },
  }),
  route({
    method: 'delete',
    path: `${path}/{comment}`,
    summary: 'Delete your own comment; admins delete anybody’s',
    tag,
    access: 'signed-in',
    scope: 'tickets:write',
    params: commentParams,
    successes: { 204: { description: 'Deleted, also in Slack and Discord.' } },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, request }) => {
      await deleteComment(desk, caller.user, {
        ...actionRequest(request, params.id),
        comment: params.comment,
      })
      return { status: 204 }
    },
  }),
  route({
    method: 'get',
    path: '/api/tickets/{id}/mentionable',
    summary: 'Whom I can mention on a ticket: people on the ticket first, at most 10',
    tag,
    access: 'signed-in',
    scope: 'tickets:read',
    params: ticketParams,
    query: z.strictObject({
      search: searchSchema.optional().describe('the start of a name'),
      visibility: z.enum(visibilities).default('public'),
    }),
    successes: {
      200: {
        description: 'Their user ids go into `mentions`.',
        schema: z.object({ people: z.array(personSchema) }),
        example: { people: [exampleComment.author] },
      },
    },
    refusals: ['not-found'],
    handle: async ({ caller, params, query }) => ({
      status: 200,
      body: { people: await listMentionable(desk, caller.user, { ...params, ...query }) },
    }),
  }),
]
