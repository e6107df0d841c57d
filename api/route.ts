import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import { checkInput } from '../core/check-input.ts'
import { notFound, type RefusalKind } from '../core/errors.ts'
import type { ApiKeyScope } from '../core/users/api-keys/api-key.ts'
import { assertScope, type Caller } from './authenticate.ts'

export type Method = 'get' | 'post' | 'put' | 'delete'

/** One success of a route: its meaning, and the shape and an example of its body, JSON unless it says otherwise. */
export type Success = { description: string; schema?: z.ZodType; example?: unknown; contentType?: string }

type Shape = z.ZodType | undefined
type Read<T extends Shape> = T extends z.ZodType ? z.infer<T> : undefined

/** What a handler gets: its input as the schemas shape it, and who asks. */
export type Asked<P extends Shape, Q extends Shape, B extends Shape, A> = {
  params: Read<P>
  query: Read<Q>
  body: Read<B>
  caller: A extends 'public' ? null : Caller
  request: Request
  response: Response
}

/** A body, or what writes the response itself for as long as it likes. */
export type Answer =
  | { status: number; body?: unknown }
  | { status: number; stream: (response: Response) => Promise<void> }

/**
 * A route said once: validated by it, answered by it, and described by it at /api/openapi.json.
 * `path` is written as OpenAPI writes it: `/api/tickets/{id}`.
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
  /** what an API key needs for it; without one no key is taken */
  scope?: ApiKeyScope
  params?: P
  query?: Q
  headers?: z.ZodType
  body?: B
  bodyExample?: unknown
  successes: Record<number, Success>
  /** besides `invalid` where there is input, and `unauthenticated` where one has to be signed in */
  refusals: RefusalKind[]
  handle: (asked: Asked<P, Q, B, A>) => Promise<Answer> | Answer
}

/** A route as the registry keeps it: its own types are checked where it is written. */
export type AnyRoute = Omit<Route, 'handle'> & { handle: (asked: never) => Promise<Answer> | Answer }

/** Checks a route's types where it is written. */
export const route = <
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
  A extends 'public' | 'signed-in' = 'signed-in',
>(
  definition: Route<P, Q, B, A>,
): AnyRoute => definition as AnyRoute

/** Which methods the routes have at a path, as `Allow` names them. */
export function methodsAt(routes: AnyRoute[]): (path: string) => string[] {
  const patterns = routes.map(({ path, method }) => ({
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`, 'i'),
    methods: method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
  }))
  return (path) => patterns.flatMap(({ pattern, methods }) => (pattern.test(path) ? methods : []))
}

export const expressPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1')

/** Runs a route for Express: validate at the edge, then one call into the core. */
export const handlerOf =
  (definition: AnyRoute, callerOf: (request: Request) => Caller): RequestHandler =>
  async (request, response) => {
    const { params, query, headers, body, access, scope } = definition
    const caller = access === 'public' ? null : callerOf(request)
    if (caller) assertScope(caller, scope)
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

/** What can't be an id names nothing: 404, as for an id that is nobody's. */
function paramsOf(schema: z.ZodType, request: Request) {
  const read = schema.safeParse(request.params)
  if (!read.success) throw notFound('thing')
  return read.data
}
