import { z } from 'zod'
import { cannedReplyViewOf, cannedReplyViewSchema } from '../../core/canned-replies/canned-reply-view.ts'
import { fillInFor } from '../../core/canned-replies/fill-in.ts'
import {
  addCannedReply,
  changeCannedReply,
  changeCannedReplySchema,
  deleteCannedReply,
  listCannedReplies,
  newCannedReplySchema,
} from '../../core/canned-replies/manage-canned-replies.ts'
import type { Desk } from '../../core/desk.ts'
import { idSchema } from '../../core/ids.ts'
import { exampleCannedReply } from '../examples/catalog.ts'
import { originOf } from '../origin.ts'
import { type AnyRoute, route } from '../route.ts'

const common = { tag: 'Canned replies', access: 'signed-in' } as const
const path = '/api/canned-replies'
const params = z.object({ id: idSchema.describe('24 hex digits') })
const { name, text, version } = exampleCannedReply

const one = (description: string) => ({
  description,
  schema: z.object({ reply: cannedReplyViewSchema }),
  example: { reply: exampleCannedReply },
})

/** Texts to answer with, which all moderators and admins share. */
export const cannedReplyRoutes = (desk: Desk): AnyRoute[] => [
  route({
    ...common,
    method: 'get',
    path,
    summary: 'Canned replies (moderators and admins)',
    scope: 'tickets:read',
    successes: {
      200: {
        description: 'All of them, by name; at most 100.',
        schema: z.object({ replies: z.array(cannedReplyViewSchema) }),
        example: { replies: [exampleCannedReply] },
      },
    },
    refusals: [],
    handle: async ({ caller }) => {
      const replies = await listCannedReplies(desk, caller.user)
      return { status: 200, body: { replies: replies.map(cannedReplyViewOf) } }
    },
  }),
  route({
    ...common,
    method: 'post',
    path,
    summary: 'Add a canned reply (moderators and admins)',
    scope: 'tickets:write',
    body: newCannedReplySchema,
    bodyExample: { name, text },
    successes: { 201: one('Added.') },
    refusals: ['conflict'],
    handle: async ({ caller, body, request }) => {
      const reply = await addCannedReply(desk, caller.user, body, originOf(request))
      return { status: 201, body: { reply: cannedReplyViewOf(reply) } }
    },
  }),
  route({
    ...common,
    method: 'put',
    path: `${path}/{id}`,
    summary: 'Change a canned reply (moderators and admins)',
    scope: 'tickets:write',
    params,
    body: changeCannedReplySchema,
    bodyExample: { version, text },
    successes: { 200: one('Changed.') },
    refusals: ['conflict'],
    handle: async ({ caller, params, body, request }) => {
      const reply = await changeCannedReply(desk, caller.user, params.id, body, originOf(request))
      return { status: 200, body: { reply: cannedReplyViewOf(reply) } }
    },
  }),
  route({
    ...common,
    method: 'delete',
    path: `${path}/{id}`,
    summary: 'Delete a canned reply (moderators and admins)',
    scope: 'tickets:write',
    params,
    successes: { 204: { description: 'Deleted.' } },
    refusals: [],
    handle: async ({ caller, params, request }) => {
      await deleteCannedReply(desk, caller.user, params.id, originOf(request))
      return { status: 204 }
    },
  }),
  route({
    ...common,
    method: 'get',
    path: '/api/tickets/{id}/canned-replies/{reply}',
    summary: 'A canned reply with its variables filled in for a ticket (moderators and admins)',
    scope: 'tickets:read',
    params: params.extend({ reply: idSchema.describe('`id` of a canned reply') }),
    successes: {
      200: {
        description: 'Markdown. What people chose, such as a name, is text in it.',
        schema: z.object({ text: z.string() }),
        example: { text: 'Hello Ann, please restart the device, and tell us whether #42 is solved.' },
      },
    },
    refusals: [],
    handle: async ({ caller, params: { id: ticket, reply: id } }) => {
      const { text } = await fillInFor(desk, caller.user, { id, ticket })
      return { status: 200, body: { text } }
    },
  }),
]
