import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import { z } from 'zod'
import { isRefusal, type Refusal, type RefusalKind } from '../core/errors.ts'
import type { Log } from '../core/log.ts'

/** A problem as RFC 9457 defines it. The extension member `errors` lists each wrong field. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  retryAfter: z.number().int().optional().describe('seconds'),
})
export type Problem = z.infer<typeof problemSchema>

export const statusOfKind: Record<RefusalKind, { code: number; title: string }> = {
  invalid: { code: 400, title: 'Bad Request' },
  unauthenticated: { code: 401, title: 'Unauthorized' },
  forbidden: { code: 403, title: 'Forbidden' },
  'not-found': { code: 404, title: 'Not Found' },
  conflict: { code: 409, title: 'Conflict' },
  'too-large': { code: 413, title: 'Content Too Large' },
  'too-many': { code: 429, title: 'Too Many Requests' },
}

export const problem = (status: number, title: string, detail: string): Problem => ({
  type: 'about:blank',
  title,
  status,
  detail,
})

function ofRefusal(refusal: Refusal): Problem {
  const { code, title } = statusOfKind[refusal.kind]
  return {
    ...problem(code, title, refusal.message),
    ...(refusal.errors.length > 0 ? { errors: refusal.errors } : {}),
    ...(refusal.retryAfterSeconds ? { retryAfter: refusal.retryAfterSeconds } : {}),
  }
}

/** The largest body, in bytes, for those who are signed in and for everybody else. */
export const maxBodyBytes = { public: 16 * 1_024, 'signed-in': 1_024 * 1_024 } as const

/** An error thrown by Express or its body parser, with an HTTP status. `limit` is the largest body in bytes. */
type HttpError = Error & { status?: number; type?: string; limit?: number }

const titles: Record<number, string> = { 413: 'Content Too Large', 415: 'Unsupported Media Type' }

const parserWords: Record<string, string> = {
  'not.json': 'Send the body as application/json.',
  'entity.parse.failed': 'The body is not valid JSON.',
  'encoding.unsupported': 'This content encoding is not supported.',
  'charset.unsupported': 'This character set is not supported: use UTF-8.',
}

const tooLarge = (limit: number) =>
  `The body is larger than ${limit < 1_024 * 1_024 ? `${limit / 1_024} KiB` : `${limit / 1_024 / 1_024} MiB`}.`

function ofHttpError(error: HttpError): Problem | null {
  const status = error.status ?? 500
  if (status < 400 || status > 499) return null
  const detail = error.limit
    ? tooLarge(error.limit)
    : (parserWords[error.type ?? ''] ?? 'The request could not be read.')
  const field = error.type?.startsWith('entity.') ? { errors: [{ field: 'body', message: detail }] } : {}
  return { ...problem(status, titles[status] ?? 'Bad Request', detail), ...field }
}

/** The problems for bodies that are rejected before a route runs. */
export const bodyRefusals = (access: keyof typeof maxBodyBytes): readonly Problem[] => [
  problem(413, titles[413] ?? '', tooLarge(maxBodyBytes[access])),
  problem(415, titles[415] ?? '', parserWords['not.json'] ?? ''),
]

export const problemOf = (error: unknown): Problem => {
  if (isRefusal(error)) return ofRefusal(error)
  return (
    ofHttpError(error as HttpError) ??
    problem(500, 'Internal Server Error', 'Something went wrong here. It is in the log; try again.')
  )
}

/** Some paths hold a token that is worth as much as a password. Those are logged as their routes are written. */
const loggedPath = ({ route, path }: Request): string =>
  String(route?.path).includes(':token') ? route.path : path

/** Turns every error into a problem response. Server errors are logged, and their details are never shown. */
export const answerProblems =
  (log: Log): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const answer = problemOf(error)
    if (answer.status >= 500)
      log.error({ err: error, method: request.method, path: loggedPath(request) }, 'request failed')
    if (answer.retryAfter) response.set('Retry-After', String(answer.retryAfter))
    if (answer.status === 401) response.set('WWW-Authenticate', 'Bearer')
    response.status(answer.status).type('application/problem+json').json(answer)
  }

/**
 * Names every method at a path (RFC 9110, 9.3.7). Express names only those of the first router that knows the path.
 * @param methodsOf lists the methods at a path
 */
export const answerOptions =
  (methodsOf: (path: string) => string[]): RequestHandler =>
  (request, response, next) => {
    const allowed = request.method === 'OPTIONS' ? methodsOf(request.path) : []
    if (allowed.length === 0) return next()
    response.set('Allow', allowed.join(', ')).status(204).end()
  }

/** Answers 405 or 404 to requests that match no route. @param methodsOf lists the methods at a path */
export const noSuchRoute =
  (methodsOf: (path: string) => string[]): RequestHandler =>
  (request, response) => {
    const allowed = methodsOf(request.path)
    const [status, title] = allowed.length > 0 ? [405, 'Method Not Allowed'] : [404, 'Not Found']
    if (status === 405) response.set('Allow', allowed.join(', '))
    response
      .status(status)
      .type('application/problem+json')
      .json(problem(status, title, `There is no ${request.method} ${request.path}.`))
  }
