import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { bytesOf } from '../read-body.ts'
import { type Failure, failure, failureOf } from './failure.ts'
import type { Fault } from './faults.ts'
import type { Arguments } from './methods/arguments.ts'
import type { Method } from './methods/method.ts'

/** One call of the Web API, as it came and as it was answered. */
export type SlackCall = {
  method: string
  args: Arguments
  at: number
  /** `ok`, a Slack error, `http 429`, or `lost` when the connection was dropped. */
  outcome: string
  /** What Slack says against the arguments, as in `response_metadata.messages`. */
  messages?: string[]
}

type Options = {
  methods: Record<string, Method>
  botToken: string
  appToken: string
  /** The bot's scopes; undefined: all. */
  scopes: string[] | undefined
  takeFault: (method: string, args: Arguments) => Fault | undefined
  record: (call: SlackCall) => void
  settled: (call: SlackCall) => void
}

export const bodyOf = async (request: IncomingMessage): Promise<string> => (await bytesOf(request)).toString()

/** Undefined when the body is not the JSON that its type promises. */
function argumentsOf(request: IncomingMessage, url: URL, body: string): Arguments | undefined {
  const type = request.headers['content-type'] ?? ''
  const query = Object.fromEntries(url.searchParams)
  if (type.startsWith('application/json')) return parsed(query, body)
  return { ...query, ...Object.fromEntries(new URLSearchParams(body)) }
}

function parsed(query: Arguments, body: string): Arguments | undefined {
  if (!body) return query
  try {
    return { ...query, ...JSON.parse(body) }
  } catch {
    return undefined
  }
}

/** The Web API under `/api/`: token, scopes, faults, then the method's work. */
export function createWebApi({ methods, botToken, appToken, scopes, takeFault, record, settled }: Options) {
  function authorise(method: string, work: Method | undefined, token: string | undefined) {
    if (!token) throw failure('not_authed')
    if (token !== botToken && token !== appToken) throw failure('invalid_auth')
    if (!work) throw failure('unknown_method')
    const wantsApp = method.startsWith('apps.connections.')
    if (wantsApp !== (token === appToken)) throw failure('not_allowed_token_type')
    const lacks = work.scopes.length > 0 && scopes && !work.scopes.some((scope) => scopes.includes(scope))
    if (lacks) throw failure('missing_scope', { needed: work.scopes.join(','), provided: scopes.join(',') })
  }

  function answer(call: SlackCall, token: string | undefined): object {
    try {
      const work = methods[call.method]
      authorise(call.method, work, token)
      return { ok: true, ...work?.run(call.args) }
    } catch (error) {
      const known = failureOf(error)
      if (!known) throw error
      if (known.messages) call.messages = known.messages
      return asAnswer(known)
    }
  }

  return async function handle(request: IncomingMessage, response: ServerResponse, url: URL) {
    const method = url.pathname.replace(/^\/api\//, '')
    const given = argumentsOf(request, url, await bodyOf(request))
    const { token: inBody, ...args } = given ?? {}
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? (inBody as string | undefined)
    const call: SlackCall = { method, args, at: Date.now(), outcome: 'waiting' }
    record(call)
    const fault = takeFault(method, args)
    if (fault?.delayMs) await sleep(fault.delayMs, undefined, { ref: false })
    const send = (status: number, body: object, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
      response.end(JSON.stringify(body))
    }
    const finish = (outcome: string, act: () => void) => {
      call.outcome = outcome
      act()
      settled(call)
    }
    if (fault?.refuse) return finish('refused', () => response.destroy())
    if (fault?.status === 429)
      return finish('http 429', () =>
        send(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(fault.retryAfter ?? 1) }),
      )
    if (fault?.status) return finish(`http ${fault.status}`, () => send(fault.status ?? 500, {}))
    if (fault?.error) return finish(fault.error, () => send(200, { ok: false, error: fault.error }))
    const body = given ? answer(call, token) : { ok: false, error: 'invalid_json' }
    if (fault?.loseAnswer) return finish('lost', () => response.destroy())
    finish('error' in body ? String(body.error) : 'ok', () =>
      send(200, body, { ...(scopes && { 'x-oauth-scopes': scopes.join(',') }) }),
    )
  }
}

function asAnswer({ error, needed, provided, messages }: Failure): object {
  return {
    ok: false,
    error,
    ...(needed !== undefined && { needed, provided }),
    ...(messages && {
      errors: messages.map((message) => message.replace('[ERROR] ', '')),
      response_metadata: { messages },
    }),
  }
}
