import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { idSchema } from '../../core/ids.ts'
import {
  deviceSchema,
  listDevices,
  signOutAll,
  signOutDevice,
} from '../../core/users/sign-in/own-sessions.ts'
import { exampleDevice } from '../examples/accounts.ts'
import { originOf } from '../origin.ts'
import { route } from '../route.ts'
import { clearSessionCookie } from '../session-cookie.ts'

const tag = 'Devices'

const logoutAllSchema = z
  .strictObject({
    keepCurrent: z.boolean().optional().describe('keep this device signed in'),
  })
  .optional()

/** The caller's own sessions, one per device. */
export const sessionRoutes = (desk: Desk, secureCookies: boolean) => [
  route({
    method: 'get',
    path: '/api/auth/sessions',
    summary: 'My signed-in devices, newest first, at most 100',
    tag,
    access: 'signed-in',
    successes: {
      200: {
        description: 'Your devices.',
        schema: z.object({ sessions: z.array(deviceSchema) }),
        example: { sessions: [exampleDevice] },
      },
    },
    refusals: [],
    handle: async ({ caller }) => ({
      status: 200,
      body: { sessions: await listDevices(desk, caller.user, caller.session) },
    }),
  }),
  route({
    method: 'delete',
    path: '/api/auth/sessions/{id}',
    summary: 'Sign out one of my devices',
    tag,
    access: 'signed-in',
    params: z.object({ id: idSchema.describe('24 hex digits') }),
    successes: { 204: { description: 'Signed out.' } },
    refusals: ['not-found'],
    handle: async ({ caller, params, request, response }) => {
      await signOutDevice(desk, caller.user, params.id, originOf(request))
      if (params.id === caller.session) clearSessionCookie(response, secureCookies)
      return { status: 204 }
    },
  }),
  route({
    method: 'post',
    path: '/api/auth/logout-all',
    summary: 'Sign out all of my devices, or all but this one',
    tag,
    access: 'signed-in',
    body: logoutAllSchema,
    bodyExample: { keepCurrent: true },
    successes: { 204: { description: 'Signed out.' } },
    refusals: [],
    handle: async ({ caller, body, request, response }) => {
      const keep = body?.keepCurrent ? caller.session : null
      await signOutAll(desk, caller.user, keep, originOf(request))
      if (!keep) clearSessionCookie(response, secureCookies)
      return { status: 204 }
    },
  }),
]
