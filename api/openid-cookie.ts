import { parseCookie } from 'cookie'
import type { CookieOptions, Request, Response } from 'express'
import { openIdLifetimeMs } from '../core/users/openid/begin.ts'

const nameOf = (secure: boolean) => `${secure ? '__Host-' : ''}deskbridge_openid`

/** The provider sends the browser back from another site, and browsers leave out `strict` cookies then. */
const options = (secure: boolean): CookieOptions => ({ httpOnly: true, sameSite: 'lax', path: '/', secure })

/** Ties the answer of a provider to the browser that began, so that nobody can be signed in by another one's answer. */
export const setOpenIdCookie = (response: Response, kept: string, secure: boolean) =>
  response.cookie(nameOf(secure), kept, { ...options(secure), maxAge: openIdLifetimeMs })

export const clearOpenIdCookie = (response: Response, secure: boolean) =>
  response.clearCookie(nameOf(secure), options(secure))

export const openIdCookieOf = (request: Request, secure: boolean): string =>
  parseCookie(request.headers.cookie ?? '')[nameOf(secure)] ?? ''
