import { parseCookie } from 'cookie'
import type { CookieOptions, Request, Response } from 'express'

/**
 * With the prefix, browsers take the cookie only from this host over HTTPS, so no subdomain can plant one (RFC 6265bis,
 * 4.1.3.2). @param secure false only over plain HTTP
 */
const sessionCookieName = (secure: boolean) => `${secure ? '__Host-' : ''}deskbridge_session`

/** Hides the cookie from scripts and from requests by other sites. */
const options = (secure: boolean): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/',
  secure,
})

export const setSessionCookie = (response: Response, token: string, expires: Date, secure: boolean) =>
  response.cookie(sessionCookieName(secure), token, { ...options(secure), expires })

export const clearSessionCookie = (response: Response, secure: boolean) =>
  response.clearCookie(sessionCookieName(secure), options(secure))

export const sessionCookieOf = (request: Request, secure: boolean): string | undefined =>
  parseCookie(request.headers.cookie ?? '')[sessionCookieName(secure)]
