import type { Response } from 'express'
import { z } from 'zod'
import type { SignedIn } from '../core/users/sign-in/start-session.ts'
import { userViewOf, userViewSchema } from '../core/users/user-view.ts'
import { setDeviceCookie } from './device-cookie.ts'
import { setSessionCookie } from './session-cookie.ts'

export const sessionSchema = z.object({
  user: userViewSchema,
  token: z.string().describe('for `Authorization: Bearer`; browsers also get it as an HttpOnly cookie'),
  expiresAt: z.iso.datetime(),
})

/** Answers a sign-in: sets the session cookie for browsers, and returns the token for programs. */
export function answerSession(response: Response, signedIn: SignedIn, secure: boolean) {
  const { user, token, deviceToken, expiresAt } = signedIn
  setDeviceCookie(response, deviceToken, secure)
  setSessionCookie(response, token, expiresAt, secure)
  return { status: 200, body: { user: userViewOf(user), token, expiresAt: expiresAt.toISOString() } }
}
