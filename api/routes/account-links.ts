import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { idSchema } from '../../core/ids.ts'
import { type HandleKind, handleKinds } from '../../core/users/handles/handles.ts'
import { codeLifetimeSeconds, createHandleCode } from '../../core/users/handles/link-handle.ts'
import { unlinkHandle } from '../../core/users/handles/unlink-handle.ts'
import { mergeUsers, mergeUsersSchema } from '../../core/users/merge-users.ts'
import { userViewOf, userViewSchema } from '../../core/users/user-view.ts'
import { exampleUser } from '../examples/accounts.ts'
import { originOf } from '../origin.ts'
import { type AnyRoute, route } from '../route.ts'

const tag = 'Users'
const params = z.object({ id: idSchema.describe('24 hex digits') })
const words = {
  slack: { chat: 'Slack', command: '/ticket link CODE' },
  discord: { chat: 'Discord', command: '/link CODE' },
} as const

/** Links Slack and Discord handles to accounts, and merges accounts of one person. */
export const accountLinkRoutes = (desk: Desk): AnyRoute[] => [
  ...handleKinds.flatMap((kind) => handleRoutes(desk, kind)),
  route({
    method: 'post',
    path: '/api/users/{id}/merge',
    summary: 'Merge two accounts of the same person (admins)',
    tag,
    access: 'signed-in',
    scope: 'admin',
    params,
    body: mergeUsersSchema,
    bodyExample: { into: exampleUser.id },
    successes: {
      200: {
        description: 'The surviving account. Tickets and comments are reassigned within moments.',
        schema: z.object({ user: userViewSchema }),
        example: { user: exampleUser },
      },
    },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, body, request }) => {
      const survivor = await mergeUsers(desk, caller.user, { id: params.id, ...body }, originOf(request))
      return { status: 200, body: { user: userViewOf(survivor) } }
    },
  }),
]

const handleRoutes = (desk: Desk, kind: HandleKind): AnyRoute[] => {
  const { chat, command } = words[kind]
  return [
    route({
      method: 'post',
      path: `/api/auth/${kind}-code`,
      summary: `Get a code to link my ${chat} account with \`${command}\``,
      tag,
      access: 'signed-in',
      successes: {
        200: {
          description: 'The code works once and expires in ten minutes.',
          schema: z.object({ code: z.string(), expiresInSeconds: z.number().int() }),
          example: { code: 'K7MWQX2P9A', expiresInSeconds: codeLifetimeSeconds },
        },
      },
      refusals: [],
      handle: async ({ caller }) => ({
        status: 200,
        body: {
          code: await createHandleCode(desk, caller.user, kind),
          expiresInSeconds: codeLifetimeSeconds,
        },
      }),
    }),
    route({
      method: 'delete',
      path: `/api/me/${kind}`,
      summary: `Unlink my ${chat} account`,
      tag,
      access: 'signed-in',
      successes: { 204: { description: 'Unlinked.' } },
      refusals: ['conflict'],
      handle: async ({ caller, request }) => {
        await unlinkHandle(desk, caller.user, { id: caller.user._id, kind }, originOf(request))
        return { status: 204 }
      },
    }),
    route({
      method: 'delete',
      path: `/api/users/{id}/${kind}`,
      summary: `Unlink a person’s ${chat} account (admins)`,
      tag,
      access: 'signed-in',
      scope: 'admin',
      params,
      successes: { 204: { description: 'Unlinked.' } },
      refusals: ['forbidden', 'not-found', 'conflict'],
      handle: async ({ caller, params, request }) => {
        await unlinkHandle(desk, caller.user, { id: params.id, kind }, originOf(request))
        return { status: 204 }
      },
    }),
  ]
}
