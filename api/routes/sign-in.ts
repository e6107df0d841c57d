import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { askSignInLink, askSignInLinkSchema } from '../../core/users/mail-links/ask-sign-in-link.ts'
import { pagePurposes } from '../../core/users/mail-links/find-link.ts'
import { inspectLink, redeemLink, redeemSchema } from '../../core/users/mail-links/redeem-link.ts'
import { signUp, signUpSchema } from '../../core/users/mail-links/sign-up.ts'
import { endSession } from '../../core/users/sign-in/end-session.ts'
import { logIn, logInSchema } from '../../core/users/sign-in/log-in.ts'
import { deviceTokenOf } from '../device-cookie.ts'
import { exampleLink } from '../examples/accounts.ts'
import { addressOf, originOf } from '../origin.ts'
import { route } from '../route.ts'
import { answerSignIn, signInSuccesses } from '../session-answer.ts'
import { clearSessionCookie } from '../session-cookie.ts'

const tag = 'Signing in'
const linkSchema = z.strictObject({ token: z.string().min(1).max(100) })
const linkSent = { message: 'If this address has an account, we have sent it a link.' }

/** Sign-up, sign-in and sign-out. */
export const signInRoutes = (desk: Desk, secureCookies: boolean) => [
  route({
    method: 'post',
    path: '/api/auth/signup',
    summary: 'Sign up. A mail says how to continue. The answer is the same for known addresses',
    tag,
    access: 'public',
    body: signUpSchema,
    bodyExample: { email: 'ada@example.com', name: 'Ada Lovelace' },
    successes: {
      202: {
        description: 'A mail is on its way.',
        schema: z.object({ message: z.string() }),
        example: { message: 'Look into your mailbox: we have sent you a link to go on.' },
      },
    },
    refusals: ['forbidden', 'too-many'],
    handle: async ({ body, request }) => {
      await signUp(desk, addressOf(request), body)
      return { status: 202, body: { message: 'Look into your mailbox: we have sent you a link to go on.' } }
    },
  }),
  route({
    method: 'post',
    path: '/api/auth/login',
    summary: 'Sign in with e-mail address and password',
    tag,
    access: 'public',
    body: logInSchema,
    bodyExample: { email: 'max@example.com', password: 'correct horse battery' },
    successes: signInSuccesses,
    refusals: ['unauthenticated', 'too-many'],
    handle: async ({ body, request, response }) =>
      answerSignIn(
        response,
        await logIn(desk, originOf(request), body, deviceTokenOf(request, secureCookies)),
        secureCookies,
      ),
  }),
  route({
    method: 'post',
    path: '/api/auth/sign-in-link',
    summary:
      'Request a link by mail that signs in without a password. The answer is the same for unknown addresses',
    tag,
    access: 'public',
    body: askSignInLinkSchema,
    bodyExample: { email: 'max@example.com', next: '/tickets' },
    successes: {
      202: {
        description:
          'If the account exists, a mail is on its way. Its link works once and expires in 15 minutes.',
        schema: z.object({ message: z.string() }),
        example: linkSent,
      },
    },
    refusals: ['too-many'],
    handle: async ({ body, request }) => {
      await askSignInLink(desk, body, originOf(request), deviceTokenOf(request, secureCookies))
      return { status: 202, body: linkSent }
    },
  }),
  route({
    method: 'post',
    path: '/api/auth/link',
    summary: 'What a mailed link is for',
    tag,
    access: 'public',
    body: linkSchema,
    bodyExample: { token: 'h_Fh-Tv5kx_7UJKOQw3IAh4X6jwg' },
    successes: {
      200: {
        description: 'The link is valid.',
        schema: z.object({
          purpose: z.enum(pagePurposes),
          user: z.string().nullable().describe('id of the account; null for the first admin'),
          email: z.string().nullable(),
          name: z.string().nullable(),
          confirmed: z.boolean().describe('whether the address is confirmed already'),
          next: z.string().describe('path of the console to go on to'),
        }),
        example: exampleLink,
      },
    },
    refusals: [],
    handle: async ({ body }) => ({ status: 200, body: await inspectLink(desk, body.token) }),
  }),
  route({
    method: 'post',
    path: '/api/auth/redeem',
    summary:
      'Follow a link: sign in, confirm an address and set its password, set a first or a new password, or make the first admin',
    tag,
    access: 'public',
    body: redeemSchema,
    bodyExample: { token: 'h_Fh-Tv5kx_7UJKOQw3IAh4X6jwg', password: 'correct horse battery' },
    successes: signInSuccesses,
    refusals: ['conflict'],
    handle: async ({ body, request, response }) =>
      answerSignIn(response, await redeemLink(desk, originOf(request), body), secureCookies),
  }),
  route({
    method: 'post',
    path: '/api/auth/logout',
    summary: 'Sign out this device and revoke its token',
    tag,
    access: 'signed-in',
    beforeSetUp: true,
    successes: { 204: { description: 'Signed out.' } },
    refusals: [],
    handle: async ({ caller, response }) => {
      await endSession(desk, caller.session)
      clearSessionCookie(response, secureCookies)
      return { status: 204 }
    },
  }),
]
