import type { Request, RequestHandler } from 'express'
import type { Desk } from '../core/desk.ts'
import { forbidden, unauthenticated } from '../core/errors.ts'
import { type ApiKeyScope, apiKeyPrefix } from '../core/users/api-keys/api-key.ts'
import type { User } from '../core/users/user.ts'
import { sessionCookieOf } from './session-cookie.ts'

/**
 * Who makes a request, and with which session. With an API key, named by its id, there is no session, and `scopes` say
 * what the key is for; only routes that name a scope take keys.
 */
export type Caller = {
  user: User
  session: string
  apiKey?: string
  /** when the session or the key is over */
  until: Date
  scopes?: readonly ApiKeyScope[]
}

const callers = new WeakMap<Request, Caller>()

/** @throws unauthenticated outside of routes behind `authenticate` */
export function callerOf(request: Request): Caller {
  const caller = callers.get(request)
  if (!caller) throw unauthenticated()
  return caller
}

const bearer = (request: Request) => request.headers.authorization?.match(/^Bearer ([\w.-]+)$/i)?.[1]

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A cookie is sent by the browser whoever asked it to, so a request that changes something must be our own page's. The
 * browser says so itself, which holds behind a proxy that names another host, too; one that doesn't says where the page is from.
 */
function assertSameOrigin(request: Request) {
  if (safeMethods.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  const isOwn = site === undefined ? isFromOwnHost(request) : site === 'same-origin' || site === 'none'
  if (!isOwn) throw forbidden('This request comes from another site.')
}

/** `host` is what a configured proxy says that was asked for. */
const isFromOwnHost = ({ headers: { origin }, host }: Request) =>
  origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)

async function keyCaller({ apiKeyCache }: Pick<Desk, 'apiKeyCache'>, secret: string): Promise<Caller> {
  const holder = await apiKeyCache.holderOf(secret)
  if (!holder) throw unauthenticated('This API key is unknown, expired or revoked.')
  return { ...holder, session: '' }
}

/** @throws forbidden for an API key that isn't for this. Whoever is signed in needs no scope. */
export function assertScope({ scopes }: Caller, scope: ApiKeyScope | undefined) {
  if (!scopes) return
  if (!scope) throw forbidden('API keys can’t do this: it is for people who are signed in.')
  if (!scopes.includes(scope)) throw forbidden(`This API key lacks the scope ${scope}.`)
}

/**
 * Finds the caller by `Authorization: Bearer`, with a session's token or an API key, or by the console's cookie. The token only names a session; whether that
 * is still good, and what its user may do, the desk knows.
 */
export const authenticate =
  (desk: Pick<Desk, 'tokens' | 'sessionCache' | 'apiKeyCache'>): RequestHandler =>
  async (request, _response, next) => {
    const token = bearer(request)
    const cookie = token ? undefined : sessionCookieOf(request)
    if (!token && !cookie) throw unauthenticated()
    if (token?.startsWith(apiKeyPrefix)) {
      callers.set(request, await keyCaller(desk, token))
      return next()
    }
    if (cookie) assertSameOrigin(request)
    const claims = desk.tokens.verify(token ?? cookie ?? '')
    const user = await desk.sessionCache.userOf(claims.session)
    if (user?._id !== claims.user) throw unauthenticated('Your session has ended. Sign in again.')
    callers.set(request, { user, session: claims.session, until: claims.until })
    next()
  }
