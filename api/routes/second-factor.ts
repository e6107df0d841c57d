import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { idSchema } from '../../core/ids.ts'
import { enterCode, enterCodeSchema } from '../../core/users/second-factor/enter-code.ts'
import { renewRecoveryCodes, withCodeSchema } from '../../core/users/second-factor/renew-recovery-codes.ts'
import { resetSecondFactor } from '../../core/users/second-factor/reset.ts'
import {
  beginSetUp,
  beginSetUpSchema,
  finishSetUp,
  finishSetUpSchema,
} from '../../core/users/second-factor/set-up.ts'
import { secondFactorStatusOf, secondFactorStatusSchema } from '../../core/users/second-factor/status.ts'
import { turnOffSecondFactor } from '../../core/users/second-factor/turn-off.ts'
import { deviceTokenOf } from '../device-cookie.ts'
import { exampleSession } from '../examples/accounts.ts'
import { originOf } from '../origin.ts'
import { route } from '../route.ts'
import { answerSignIn, sessionSchema } from '../session-answer.ts'

const tag = 'Two-step sign-in'
const path = '/api/auth/second-factor'

const recoveryCodes = {
  description: 'Ten recovery codes, shown only now. Each works once in place of a code from the app.',
  schema: z.object({ recoveryCodes: z.array(z.string()) }),
  example: { recoveryCodes: ['K7QM2-9XHTD'] },
}

/** The second factor: signing in with it, one's own, and its reset by an admin. API keys can do none of it. */
export const secondFactorRoutes = (desk: Desk, secureCookies: boolean) => [
  route({
    method: 'post',
    path: '/api/auth/login/code',
    summary: 'Second step of signing in: send a code from the authenticator app, or a recovery code',
    tag,
    access: 'public',
    body: enterCodeSchema,
    bodyExample: { token: 'eyJhbGciOiJIUzI1NiJ9…', code: '123 456' },
    successes: { 200: { description: 'Signed in.', schema: sessionSchema, example: exampleSession } },
    refusals: ['unauthenticated', 'conflict', 'too-many'],
    handle: async ({ body, request, response }) =>
      answerSignIn(
        response,
        await enterCode(desk, originOf(request), body, deviceTokenOf(request, secureCookies)),
        secureCookies,
      ),
  }),
  route({
    method: 'get',
    path,
    summary: 'Whether my two-step sign-in is on',
    tag,
    access: 'signed-in',
    beforeSetUp: true,
    successes: {
      200: {
        description: 'Its state.',
        schema: secondFactorStatusSchema,
        example: { since: '2026-11-23T09:00:00.000Z', recoveryCodesLeft: 10, needed: false },
      },
    },
    refusals: [],
    handle: ({ caller }) => ({ status: 200, body: secondFactorStatusOf(desk, caller.user) }),
  }),
  route({
    method: 'post',
    path: `${path}/set-up`,
    summary: 'Begin to set up two-step sign-in: a key for the authenticator app',
    tag,
    access: 'signed-in',
    beforeSetUp: true,
    body: beginSetUpSchema,
    bodyExample: {},
    successes: {
      200: {
        description: 'The key, for 15 minutes. Show `uri` as a QR code.',
        schema: z.object({ key: z.string(), uri: z.string(), setUp: z.string() }),
        example: {
          key: 'JBSWY3DPEHPK3PXP…',
          uri: 'otpauth://totp/Deskbridge:max%40example.com?…',
          setUp: '…',
        },
      },
    },
    refusals: ['conflict', 'too-many'],
    handle: async ({ caller, body }) => ({ status: 200, body: await beginSetUp(desk, caller, body) }),
  }),
  route({
    method: 'post',
    path,
    summary: 'Turn two-step sign-in on with a first code, and sign out my other devices',
    tag,
    access: 'signed-in',
    beforeSetUp: true,
    body: finishSetUpSchema,
    bodyExample: { setUp: '…', code: '123 456' },
    successes: { 201: recoveryCodes },
    refusals: ['conflict'],
    handle: async ({ caller, body, request }) => ({
      status: 201,
      body: { recoveryCodes: await finishSetUp(desk, caller, body, originOf(request)) },
    }),
  }),
  route({
    method: 'post',
    path: `${path}/recovery-codes`,
    summary: 'Make new recovery codes. The earlier ones stop working',
    tag,
    access: 'signed-in',
    body: withCodeSchema,
    bodyExample: { code: '123 456' },
    successes: { 201: recoveryCodes },
    refusals: ['conflict', 'too-many'],
    handle: async ({ caller, body, request }) => ({
      status: 201,
      body: { recoveryCodes: await renewRecoveryCodes(desk, caller, body, originOf(request)) },
    }),
  }),
  route({
    method: 'post',
    path: `${path}/off`,
    summary: 'Turn my two-step sign-in off',
    tag,
    access: 'signed-in',
    body: withCodeSchema,
    bodyExample: { code: '123 456' },
    successes: { 204: { description: 'Off.' } },
    refusals: ['conflict', 'too-many'],
    handle: async ({ caller, body, request }) => {
      await turnOffSecondFactor(desk, caller, body, originOf(request))
      return { status: 204 }
    },
  }),
  route({
    method: 'delete',
    path: '/api/users/{id}/second-factor',
    summary: 'Reset two-step sign-in of somebody who lost their phone, and sign them out (admins)',
    tag,
    access: 'signed-in',
    params: z.object({ id: idSchema.describe('24 hex digits') }),
    successes: { 204: { description: 'Reset.' } },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, request }) => {
      await resetSecondFactor(desk, caller.user, params.id, originOf(request))
      return { status: 204 }
    },
  }),
]
