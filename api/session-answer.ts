import type { Response } from 'express'
import { z } from 'zod'
import type { SignInResult } from '../core/users/sign-in/finish-sign-in.ts'
import { userViewOf, userViewSchema } from '../core/users/user-view.ts'
import { setDeviceCookie } from './device-cookie.ts'
import { exampleSession } from './examples/accounts.ts'
import type { Success } from './route.ts'
import { setSessionCookie } from './session-cookie.ts'

export const needsSetUpSchema = z
  .boolean()
  .describe('the desk requires two-step sign-in, and it has to be set up before anything else')

export const sessionSchema = z.object({
  user: userViewSchema,
  token: z.string().describe('for `Authorization: Bearer`; browsers also get it as an HttpOnly cookie'),
  expiresAt: z.iso.datetime(),
  needsSetUp: needsSetUpSchema,
})

export const secondFactorNeededSchema = z.object({
  secondFactor: z.object({
    token: z.string().describe('proves the first factor; works for nothing else'),
    expiresAt: z.iso.datetime().describe('in five minutes; then sign in anew'),
  }),
})

/** The successes of a route that signs in: the answers of `answerSignIn`. */
export const signInSuccesses: Record<number, Success> = {
  200: { description: 'Signed in.', schema: sessionSchema, example: exampleSession },
  202: {
    description: 'The person has a second factor. Send a code with this token to `/api/auth/login/code`.',
    schema: secondFactorNeededSchema,
    example: { secondFactor: { token: 'eyJhbGciOiJIUzI1NiJ9…', expiresAt: '2026-01-05T09:05:00.000Z' } },
  },
}

/**
 * Answers a sign-in: sets the session cookie for browsers, and returns the token for programs. When a second factor is
 * needed, it answers 202 and sets no cookie.
 */
export function answerSignIn(response: Response, result: SignInResult, secure: boolean) {
  if ('needs' in result) {
    const { token, expiresAt } = result
    return { status: 202, body: { secondFactor: { token, expiresAt: expiresAt.toISOString() } } }
  }
  const { user, token, deviceToken, expiresAt, needsSetUp } = result
  setDeviceCookie(response, deviceToken, secure)
  setSessionCookie(response, token, expiresAt, secure)
  return {
    status: 200,
    body: { user: userViewOf(user), token, expiresAt: expiresAt.toISOString(), needsSetUp },
  }
}
