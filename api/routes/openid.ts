import type { Response } from 'express'
import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { isRefusal, notFound } from '../../core/errors.ts'
import { beginOpenId } from '../../core/users/openid/begin.ts'
import { finishOpenId } from '../../core/users/openid/finish.ts'
import { type OpenIdProblem, OpenIdRefusal } from '../../core/users/openid/problem.ts'
import type { Provider } from '../../core/users/openid/provider.ts'
import type { SignInResult } from '../../core/users/sign-in/finish-sign-in.ts'
import { clearOpenIdCookie, openIdCookieOf, setOpenIdCookie } from '../openid-cookie.ts'
import { originOf } from '../origin.ts'
import { type Answer, route } from '../route.ts'
import { answerSignIn } from '../session-answer.ts'

const tag = 'Signing in'
const params = z.object({ provider: z.string().regex(/^[a-z]{1,20}$/) })
const maxQueryLength = 8_000

/** Browsers follow these routes. Whatever goes wrong ends on the log-in page, which says why. */
export const openIdRoutes = (desk: Desk, providers: Provider[], secureCookies: boolean) => {
  const providerCalled = (id: string): Provider => {
    const found = providers.find((one) => one.id === id)
    if (!found) throw notFound('way to sign in')
    return found
  }
  return [
    route({
      method: 'get',
      path: '/api/auth/providers',
      summary: 'The other providers that people can sign in with',
      tag,
      access: 'public',
      successes: {
        200: {
          description: 'The providers.',
          schema: z.object({ providers: z.array(z.object({ id: z.string(), name: z.string() })) }),
          example: { providers: [{ id: 'slack', name: 'Slack' }] },
        },
      },
      refusals: [],
      handle: () => ({ status: 200, body: { providers: providers.map(({ id, name }) => ({ id, name })) } }),
    }),
    route({
      method: 'get',
      path: '/api/auth/openid/{provider}',
      summary: 'Sign in with another provider (OpenID Connect). For browsers',
      tag,
      access: 'public',
      params,
      query: z.strictObject({
        next: z.string().optional().describe('path of the console to go on to'),
        moved: z.literal('1').optional().describe('the desk has sent the browser here from another address'),
      }),
      successes: { 303: { description: 'To the provider, or first to the address that it sends back to.' } },
      refusals: [],
      handle: async ({ params, query, request, response }) => {
        const provider = providerCalled(params.provider)
        const isElsewhere = request.host !== new URL(provider.appUrl).host
        if (isElsewhere && !query.moved) return goTo(beginAtHome(provider, query.next))
        try {
          const { url, kept } = await beginOpenId(desk, provider, query.next)
          setOpenIdCookie(response, kept, secureCookies)
          return goTo(url.href)
        } catch (error) {
          return explain(desk, error)
        }
      },
    }),
    route({
      method: 'get',
      path: '/api/auth/openid/{provider}/callback',
      summary: 'Where the provider sends the browser back to. For browsers',
      tag,
      access: 'public',
      params,
      successes: { 303: { description: 'To the console: signed in, or with the reason why not.' } },
      refusals: [],
      handle: async ({ params, request, response }) => {
        const provider = providerCalled(params.provider)
        const [, query = ''] = request.originalUrl.split(/\?(.*)/s)
        const kept = openIdCookieOf(request, secureCookies)
        clearOpenIdCookie(response, secureCookies)
        try {
          if (query.length > maxQueryLength) throw new OpenIdRefusal('untrusted', 'The answer is too long.')
          const { result, next } = await finishOpenId(desk, provider, { kept, query }, originOf(request))
          answerSignIn(response, result, secureCookies)
          return goTo(pageAfter(result, next))
        } catch (error) {
          return explain(desk, error)
        }
      },
    }),
  ]
}

/**
 * The provider sends the browser back to APP_URL, where cookies set under another of the desk's names would be missing.
 */
const beginAtHome = ({ appUrl, id }: Provider, next = '/') =>
  `${appUrl}/api/auth/openid/${id}?${new URLSearchParams({ next, moved: '1' })}`

const goTo = (url: string): Answer => ({
  status: 303,
  stream: async (response: Response) => response.redirect(303, url),
})

/** The token for the second factor stands behind the #, where no server's log sees it. */
function pageAfter(result: SignInResult, next: string): string {
  if (!('needs' in result)) return next
  const { token, expiresAt } = result
  return `/login/continue#${new URLSearchParams({ token, expiresAt: expiresAt.toISOString(), to: next })}`
}

function explain(desk: Desk, error: unknown): Answer {
  if (error instanceof OpenIdRefusal) return goTo(problemPage(error.problem))
  if (isRefusal(error)) return goTo(problemPage('expired'))
  desk.log.error(error, 'Signing in with a provider failed')
  return goTo(problemPage('unreachable'))
}

const problemPage = (problem: OpenIdProblem) => `/login?problem=${problem}`
