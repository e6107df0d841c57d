import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import { checkInput } from '../core/check-input.ts'
import { notFound, type RefusalKind } from '../core/errors.ts'
import type { ApiKeyScope } from '../core/users/api-keys/api-key.ts'
import { assertScope, assertSetUp, type Caller } from './authenticate.ts'

export type Method = 'get' | 'post' | 'put' | 'delete'

/** A success response of a route. Its body is JSON unless `contentType` says otherwise. */
export type Success = { description: string; schema?: z.ZodType; example?: unknown; contentType?: string }

type Shape = z.ZodType | undefined
type Read<T extends Shape> = T extends z.ZodType ? z.infer<T> : undefined

/** What a handler receives: the parsed input and the caller. */
export type Asked<P extends Shape, Q extends Shape, B extends Shape, A> = {
  params: Read<P>
  query: Read<Q>
  body: Read<B>
  caller: A extends 'public' ? null : Caller
  request: Request
  response: Response
}

/** A response body, or a function that writes the response itself. */
export type Answer =
  | { status: number; body?: unknown }
  | { status: number; stream: (response: Response) => Promise<void> }

/**
 * The single definition of a route. It validates requests, answers them, and describes the route in /api/openapi.json.
 * `path` is in OpenAPI's syntax: `/api/tickets/{id}`.
 */
export type Route<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  A extends 'public' | 'signed-in' = 'public' | 'signed-in',
> = {
  method: Method
  path: string
  summary: string
  tag: string
  access: A
  /** the scope that an API key needs; without one, the route accepts no keys */
  scope?: ApiKeyScope
  /** also for staff who still have to set up a second factor */
  beforeSetUp?: true
  params?: P
  query?: Q
  headers?: z.ZodType
  body?: B
  bodyExample?: unknown
  /** the body is a file or a mail, which the handler reads itself */
  upload?: 'file' | 'mail'
  successes: Record<number, Success>
  /**
   * The answer holds links that sign somebody in, or internal notes, beside text that others chose. It isn't compressed,
   * because its length would tell how much of a guess is right (BREACH).
   */
  confidential?: true
  /** in addition to those that the definition implies: see `refusalsOf` */
  refusals: RefusalKind[]
  handle: (asked: Asked<P, Q, B, A>) => Promise<Answer> | Answer
}

/** A route in the registry. `route` has already checked its input types. */
export type AnyRoute = Omit<Route, 'handle'> & { handle: (asked: never) => Promise<Answer> | Answer }

/** Checks a definition's types and makes it a route for the registry. */
export const route = <
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
  A extends 'public' | 'signed-in' = 'signed-in',
>(
  definition: Route<P, Q, B, A>,
): AnyRoute => definition as AnyRoute

/** @returns a function that lists the methods at a path, for the `Allow` header */
export function methodsAt(routes: AnyRoute[]): (path: string) => string[] {
  const patterns = routes.map(({ path, method }) => ({
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`, 'i'),
    methods: method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
  }))
  return (path) => [
    ...new Set(patterns.flatMap(({ pattern, methods }) => (pattern.test(path) ? methods : []))),
  ]
}

export const expressPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1')

/** Makes an Express handler of a route: it checks the scope, validates the input, and calls `handle`. */
export const handlerOf =
  (definition: AnyRoute, callerOf: (request: Request) => Caller): RequestHandler =>
  async (request, response) => {
    const { params, query, headers, body, access, scope, method, confidential, beforeSetUp } = definition
    response.locals.compressible = method === 'get' && !confidential
    const caller = access === 'public' ? null : callerOf(request)
    if (caller) assertScope(caller, scope)
    if (caller && !beforeSetUp) assertSetUp(caller)
    const read = (schema: Shape, input: unknown) => (schema ? checkInput(schema, input) : undefined)
    read(headers, request.headers)
    const asked = {
      params: params ? paramsOf(params, request) : undefined,
      query: read(query, request.query),
      body: read(body, request.body),
      caller,
      request,
      response,
    }
    const answer = await definition.handle(asked as never)
    if ('stream' in answer) await answer.stream(response)
    else if (answer.body === undefined) response.status(answer.status).end()
    else response.status(answer.status).json(answer.body)
  }

/** @throws not-found for a malformed id, as for an unknown one */
function paramsOf(schema: z.ZodType, request: Request) {
  const read = schema.safeParse(request.params)
  if (!read.success) throw notFound('thing')
  return read.data
}
