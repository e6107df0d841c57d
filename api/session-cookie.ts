import { parseCookie } from 'cookie'
import type { CookieOptions, Request, Response } from 'express'

const cookieName = 'deskbridge_session'

/** Hides the cookie from scripts and from requests by other sites. @param secure false only over plain HTTP */
const options = (secure: boolean): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/',
  secure,
})

export const setSessionCookie = (response: Response, token: string, expires: Date, secure: boolean) =>
  response.cookie(cookieName, token, { ...options(secure), expires })

export const clearSessionCookie = (response: Response, secure: boolean) =>
  response.clearCookie(cookieName, options(secure))

export const sessionCookieOf = (request: Request): string | undefined =>
  parseCookie(request.headers.cookie ?? '')[cookieName]
