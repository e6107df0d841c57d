import { z } from 'zod'
import type { RefusalKind } from '../../core/errors.ts'
import { bodyRefusals, type Problem, problem, problemSchema, statusOfKind } from '../problems.ts'
import { type AnyRoute, expressPath, type Success } from '../route.ts'

type Json = Record<string, unknown>

const version = '0.1.0'

/** Converts a zod schema to JSON Schema 2020-12, which OpenAPI 3.1 uses. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  })
  return rest as Json
}

const contentOf = (schema: Json | undefined, example: unknown, type = 'application/json') => ({
  [type]: { ...(schema ? { schema } : {}), ...(example === undefined ? {} : { example }) },
})

/** Streams get no schema: before OpenAPI 3.2, tools would apply it to a single event. */
const bodySchemaOf = (schema: z.ZodType, contentType?: string) =>
  contentType === 'text/event-stream' ? undefined : schemaOf(schema, 'output')

const responseOf = ({ description, schema, example, contentType }: Success) => ({
  description,
  ...(schema ? { content: contentOf(bodySchemaOf(schema, contentType), example, contentType) } : {}),
})

const words: Record<RefusalKind, string> = {
  invalid: 'Something in the request is wrong; `errors` names each field.',
  unauthenticated: 'Nobody is signed in, or the session has ended.',
  forbidden: 'You may see it, but not do this.',
  'not-found': 'It does not exist, or is not yours to know of.',
  conflict: 'Somebody was quicker, or it is not in that state; `detail` says who or what.',
  'too-large': 'The file has more bytes than this desk takes; `detail` says how many it takes.',
  'too-many': 'Too much in a short time; `Retry-After` says when to come back.',
}

/** Additional members of some examples. */
const members: Partial<Record<RefusalKind, Partial<Problem>>> = {
  invalid: { errors: [{ field: 'title', message: 'Give it a title of at least 5 characters.' }] },
  'too-many': { retryAfter: 840 },
}

const problemResponse = (kind: RefusalKind) => {
  const { code, title } = statusOfKind[kind]
  return problemAnswer(words[kind], { ...problem(code, title, words[kind]), ...members[kind] })
}

const problemAnswer = (description: string, example: Problem) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } },
})

/** The refusals that a route lists, and those that its definition implies. */
function refusalsOf(route: AnyRoute): RefusalKind[] {
  const takesInput = route.body ?? route.query ?? route.headers
  return [
    ...(takesInput || route.method !== 'get' ? (['invalid'] as const) : []),
    ...(route.access === 'signed-in' ? (['unauthenticated', 'forbidden'] as const) : []),
    ...(route.params ? (['not-found'] as const) : []),
    ...(route.access === 'signed-in' && route.method !== 'get' ? (['too-many'] as const) : []),
    ...route.refusals,
  ]
}

/** Converts an object schema to OpenAPI parameters. */
function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query' | 'header') {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description ? { description } : {}),
    schema: rest,
  }))
}

/** In OpenAPI 3.1, schemes other than OAuth and OpenID Connect may list the required roles, here the scope. */
function securityOf({ access, scope }: AnyRoute) {
  if (access === 'public') return []
  return [{ bearer: [] }, { cookie: [] }, ...(scope ? [{ apiKey: [scope] }] : [])]
}

function operationOf(route: AnyRoute): Json {
  const successes = Object.entries(route.successes).map(
    ([status, success]) => [status, responseOf(success)] as const,
  )
  const problems = [...new Set(refusalsOf(route))].map(
    (kind) => [statusOfKind[kind].code, problemResponse(kind)] as const,
  )
  const parameters = [
    ...parametersOf(route.params, 'path'),
    ...parametersOf(route.query, 'query'),
    ...parametersOf(route.headers, 'header'),
  ]
  const bodyIsOptional = route.body?.safeParse(undefined).success ?? true
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    tags: [route.tag],
    ...(route.scope ? { description: `An API key needs the scope \`${route.scope}\`.` } : {}),
    security: securityOf(route),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body
      ? {
          requestBody: {
            required: !bodyIsOptional,
            content: contentOf(schemaOf(route.body, 'input'), route.bodyExample),
          },
        }
      : {}),
    ...(route.upload ? { requestBody: uploadBodies[route.upload] } : {}),
    responses: { ...Object.fromEntries(problems), ...bodyProblems(route), ...Object.fromEntries(successes) },
  }
}

const binary = { type: 'string', format: 'binary' }

const uploadBody = (type: string, field: string) => ({
  required: true,
  content: {
    [type]: { schema: binary },
    'multipart/form-data': {
      schema: { type: 'object', properties: { [field]: binary }, required: [field] },
    },
  },
})

/** A file as the body itself, of any type, or as the one file of a form; a mail (RFC 5322) in the same way. */
const uploadBodies = {
  file: uploadBody('application/octet-stream', 'file'),
  mail: uploadBody('message/rfc822', 'email'),
}

/** The errors of the body parser, which runs before the route. */
function bodyProblems({ method, access, upload }: AnyRoute) {
  if (method === 'get' || upload) return {}
  return Object.fromEntries(
    bodyRefusals(access).map((refusal) => [refusal.status, problemAnswer(refusal.detail, refusal)]),
  )
}

const operationIdOf = ({ method, path }: AnyRoute) =>
  [
    method,
    ...expressPath(path)
      .split('/')
      .filter((part) => part && part !== 'api'),
  ]
    .map((part) => part.replace(/^:/, 'by-'))
    .join('-')

/** Builds the OpenAPI 3.1 description from the routes' schemas: https://spec.openapis.org/oas/v3.1.1.html */
export function openApiDocument(routes: AnyRoute[]): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Deskbridge',
      version,
      description:
        'The support desk’s API. Errors are RFC 9457 problems; lists are keyset pages of at most 100.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key: `dk_…`. See POST /api/auth/api-keys.',
        },
        cookie: {
          ...{ type: 'apiKey', in: 'cookie', name: 'deskbridge_session' },
          description: 'Over HTTPS, its name is `__Host-deskbridge_session`.',
        },
      },
    },
  }
}
