import type { Request, RequestHandler } from 'express'
import type { Desk } from '../core/desk.ts'
import { forbidden, unauthenticated } from '../core/errors.ts'
import type { User } from '../core/users/user.ts'
import { sessionCookieOf } from './session-cookie.ts'

/** Who makes a request, and with which session. */
export type Caller = { user: User; session: string }

const callers = new WeakMap<Request, Caller>()

/** @throws unauthenticated outside of routes behind `authenticate` */
export function callerOf(request: Request): Caller {
  const caller = callers.get(request)
  if (!caller) throw unauthenticated()
  return caller
}

const bearer = (request: Request) => request.headers.authorization?.match(/^Bearer ([\w.-]+)$/i)?.[1]

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A cookie is sent by the browser whoever asked it to, so a request that changes something must be our own page's. */
function demandSameOrigin(request: Request) {
  if (safeMethods.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  const { origin, host } = request.headers
  const sameHost = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
  if (!sameHost || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw forbidden('This request comes from another site.')
}

/**
 * Finds the caller by `Authorization: Bearer` or the console's cookie. The token only names a session; whether that
 * is still good, and what its user may do, the desk knows.
 */
export const authenticate =
  (desk: Pick<Desk, 'tokens' | 'sessionCache'>): RequestHandler =>
  async (request, _response, next) => {
    const token = bearer(request)
    const cookie = token ? undefined : sessionCookieOf(request)
    if (!token && !cookie) throw unauthenticated()
    if (cookie) demandSameOrigin(request)
    const claims = desk.tokens.verify(token ?? cookie ?? '')
    const user = await desk.sessionCache.userOf(claims.session)
    if (user?._id !== claims.user) throw unauthenticated('Your session has ended. Sign in again.')
    callers.set(request, { user, session: claims.session })
    next()
  }
