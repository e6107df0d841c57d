import type { Request, RequestHandler } from 'express'
import type { Desk } from '../core/desk.ts'
import { forbidden, unauthenticated } from '../core/errors.ts'
import { type ApiKeyScope, apiKeyPrefix } from '../core/users/api-keys/api-key.ts'
import { needsSetUp } from '../core/users/second-factor/required.ts'
import type { User } from '../core/users/user.ts'
import { sessionCookieOf } from './session-cookie.ts'

/**
 * Who makes a request, and with which session or API key. With an API key, `apiKey` is its id, `session` is empty, and
 * `scopes` limit the routes. Routes without a scope accept no keys.
 */
export type Caller = {
  user: User
  session: string
  apiKey?: string
  /** has to set up a second factor before anything else */
  needsSetUp: boolean
  /** when the session or the key expires */
  until: Date
  scopes?: readonly ApiKeyScope[]
}

const callers = new WeakMap<Request, Caller>()

/** @throws unauthenticated on routes without `authenticate` */
export function callerOf(request: Request): Caller {
  const caller = callers.get(request)
  if (!caller) throw unauthenticated()
  return caller
}

const bearer = (request: Request) => request.headers.authorization?.match(/^Bearer ([\w.-]+)$/i)?.[1]

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Prevents CSRF. Browsers also send the cookie with requests that other sites trigger, so a request that changes
 * something must come from our own pages. `Sec-Fetch-Site` says so, even behind a proxy that changes the host. Without
 * it, `Origin` must match the host if the browser sends one.
 * @throws forbidden
 */
function assertSameOrigin(request: Request) {
  if (safeMethods.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  const isOwn = site === undefined ? isFromOwnHost(request) : site === 'same-origin' || site === 'none'
  if (!isOwn) throw forbidden('This request comes from another site.')
}

/** `host` is the requested host. Behind a configured proxy, it is the one that the proxy reports. */
const isFromOwnHost = ({ headers: { origin }, host }: Request) =>
  origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)

async function keyCaller(
  desk: Pick<Desk, 'apiKeyCache' | 'secondFactorRule'>,
  secret: string,
): Promise<Caller> {
  const holder = await desk.apiKeyCache.holderOf(secret)
  if (!holder) throw unauthenticated('This API key is unknown, expired or revoked.')
  return { ...holder, session: '', needsSetUp: needsSetUp(desk.secondFactorRule, holder.user) }
}

/** Sessions need no scope. @throws forbidden for an API key that lacks the scope */
export function assertScope({ scopes }: Caller, scope: ApiKeyScope | undefined) {
  if (!scopes) return
  if (!scope) throw forbidden('API keys can’t do this: it is for people who are signed in.')
  if (!scopes.includes(scope)) throw forbidden(`This API key lacks the scope ${scope}.`)
}

/** @throws forbidden for staff without a second factor, where the desk requires one */
export function assertSetUp({ needsSetUp }: Caller) {
  if (needsSetUp)
    throw forbidden('This desk requires two-step sign-in for your role. Set it up in the console first.')
}

/**
 * Finds the caller by `Authorization: Bearer`, with a session token or an API key, or by the console's cookie. A token
 * only identifies the session. Whether it is still valid, and the user's role, come from the desk.
 * @throws unauthenticated; forbidden for a cookie sent by another site's page
 */
export const authenticate =
  (
    desk: Pick<Desk, 'tokens' | 'sessionCache' | 'apiKeyCache' | 'secondFactorRule'>,
    secureCookies: boolean,
  ): RequestHandler =>
  async (request, _response, next) => {
    const token = bearer(request)
    const cookie = token ? undefined : sessionCookieOf(request, secureCookies)
    if (!token && !cookie) throw unauthenticated()
    if (token?.startsWith(apiKeyPrefix)) {
      callers.set(request, await keyCaller(desk, token))
      return next()
    }
    if (cookie) assertSameOrigin(request)
    const claims = desk.tokens.verify(token ?? cookie ?? '')
    const user = await desk.sessionCache.userOf(claims.session)
    if (user?._id !== claims.user) throw unauthenticated('Your session has ended. Sign in again.')
    callers.set(request, {
      ...{ user, session: claims.session, until: claims.until },
      needsSetUp: needsSetUp(desk.secondFactorRule, user),
    })
    next()
  }
