import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { idSchema } from '../../core/ids.ts'
import { comment, mayHaveMeantToReopen, newCommentSchema } from '../../core/tickets/actions/comment.ts'
import { addComment } from '../../core/tickets/comments/add-comment.ts'
import { visibilities } from '../../core/tickets/comments/comment.ts'
import { commentViewOf, commentViewSchema } from '../../core/tickets/comments/comment-view.ts'
import { deleteComment } from '../../core/tickets/comments/delete-comment.ts'
import { commentEditSchema, editComment } from '../../core/tickets/comments/edit-comment.ts'
import { listMentionable } from '../../core/tickets/comments/list-mentionable.ts'
import { listComments } from '../../core/tickets/read-tickets.ts'
import { personSchema } from '../../core/trace.ts'
import type { User } from '../../core/users/user.ts'
import { exampleComment } from '../examples/tickets.ts'
import { intakeHeaders, intakeKey, sourceOf } from '../intake-key.ts'
import { actionRequest } from '../origin.ts'
import { cursorsOf, nextSchema, pageQuery, searchSchema } from '../pages.ts'
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
    summary: 'The conversation, oldest first. Internal notes are shown to moderators and admins only',
    tag,
    access: 'signed-in',
    scope: 'tickets:read',
    confidential: true,
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
      const cursors = cursorsOf(desk, `comments of ${params.id}`)
      const page = { ticket: params.id, after: cursors.read(caller, after), limit: limit + 1 }
      const { rows, next } = cursors.page(caller, await listComments(desk, caller.user, page), limit)
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
    summary: 'Edit my comment, in Slack and Discord too',
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
    summary: 'Delete my comment. Admins can delete any comment',
    tag,
    access: 'signed-in',
    scope: 'tickets:write',
    params: commentParams,
    successes: { 204: { description: 'Deleted, in Slack and Discord too.' } },
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
    summary: 'Who can be mentioned on a ticket, participants first, at most 10',
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
        description: 'Put their ids into `mentions`.',
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
