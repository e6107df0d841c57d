import { REST } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import { providerErrorOf } from './provider-error.ts'

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete'
export type Route = `/${string}`
export type CallOptions = {
  body?: unknown
  query?: URLSearchParams
  /** The place is the desk's own channel or a person's direct messages, where some refusals mean something else. */
  place?: 'desk' | 'direct'
}

const deadlineMs = 8_000

export type Calls = ReturnType<typeof createCalls>

/**
 * Calls of Discord's REST API that wait for nothing: no retry of their own (the library's would send twice when an
 * answer is lost), no waiting out of rate limits, a deadline of 8 s.
 */
export function createCalls({
  token,
  apiUrl,
  log,
}: {
  token: string
  apiUrl?: string | undefined
  log: Log
}) {
  const rest = new REST({
    version: '10',
    retries: 0,
    timeout: deadlineMs,
    rejectOnRateLimit: () => true,
    ...(apiUrl ? { api: apiUrl } : {}),
  })

  /** @throws what the library throws */
  function bare<Answer>(method: Method, route: Route, { body, query }: CallOptions = {}): Promise<Answer> {
    // After a 401 the library forgets the token and every later call would fail without being made
    rest.setToken(token)
    return rest[method](route, {
      ...(body === undefined ? {} : { body }),
      ...(query ? { query } : {}),
    }) as Promise<Answer>
  }

  /** @throws RetryLater, RefusedByProvider */
  async function call<Answer>(method: Method, route: Route, options: CallOptions = {}): Promise<Answer> {
    try {
      return await bare<Answer>(method, route, options)
    } catch (error) {
      throw providerErrorOf(error, options.place, log)
    }
  }

  return { bare, call }
}
