import { createSecretKey } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../../api/problems.ts'
import type { AnyRoute } from '../../api/route.ts'
import { allRoutes } from '../../api/routes/all-routes.ts'
import { apiClient } from '../support/api-client.ts'
import { catchUp } from '../support/catch-up.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'
import { unreachableProvider } from '../support/unreachable-provider.ts'
import { filled, mailbox, makeExamples, makeThings, type Things, validBody } from './attacks/things.ts'

let at: DeskInProcess
let root: Known
let things: Things
let before: string
beforeAll(async () => {
  at = await deskInProcess({ mailbox, inboundMail, providers: (url) => [unreachableProvider(url)] })
  root = await at.somebody('admin')
  things = await makeThings(at, root)
  const bait = { title: 'a'.repeat(150), description: `${'a'.repeat(9_999)}!` }
  await root.api.post('/api/tickets', bait)
  await at.somebody('moderator', { name: 'a'.repeat(80) })
  await catchUp(at.database, at.desk, at.desk.now)
  before = await everything()
})
afterAll(() => at.close())

const inboundMail = { secret: 'a secret of the webhook' }
const served = allRoutes({
  ...{ desk: {}, health: async () => ({}), secureCookies: false },
  ...{ mailbox, inboundMail: { ...inboundMail, receive: async () => 'ignored' } },
} as never)
const nameOf = ({ method, path }: AnyRoute) => `${method} ${path}`
type Asked = { body?: unknown; query?: string; path?: Record<string, string> }
const ask = ({ method, path }: AnyRoute, { body, query = '', path: given }: Asked) =>
  root.api.call<Problem>(method.toUpperCase(), `${filled(path, things, given)}${query}`, body)

/** All that is stored, but for when a key or a session was last used, and for leases on counters. */
async function everything() {
  const collections = (await at.database.connection.db?.collections()) ?? []
  const stored = await Promise.all(
    collections.map(async (collection) => [collection.collectionName, await collection.find().toArray()]),
  )
  const passing = ['lastUsedAt', 'leases']
  return JSON.stringify(stored.toSorted(), (name, value) => (passing.includes(name) ? undefined : value))
}

/** How much longer than an ordinary request an attack may take. One that explodes takes a million times as long. */
const maxTimesOrdinary = 300

async function millisecondsOf(work: () => Promise<unknown>) {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

type Asking<T> = () => Promise<{ status: number; body: T }>

/** The answer, at its third try at the latest in time: a shared machine may stall once. */
async function inTime<T>(ask: Asking<T>) {
  let times = 0
  for (let tries = 0; tries < 3; tries++) {
    let answer: Awaited<ReturnType<typeof ask>> | undefined
    const attack = await millisecondsOf(async () => {
      answer = await ask()
    })
    times = attack / (await millisecondsOf(() => root.api.get('/api/auth/me')))
    if (answer && times < maxTimesOrdinary) return answer
  }
  throw new Error(`It takes ${times} times as long as an ordinary request.`)
}

/** @property fields that the problem names, at least */
type Refused = { status: number; fields?: string[]; detail?: RegExp }

async function refused(ask: Asking<Problem>, { status, fields = [], detail = /./ }: Refused) {
  const answer = await inTime(ask)
  expect(answer).toMatchObject({ status, body: { status, detail: expect.stringMatching(detail) } })
  const named = answer.body.errors?.map(({ field }) => field) ?? []
  expect(named).toEqual(expect.arrayContaining(fields))
}

describe('the paths', () => {
  test.each(served)('$method $path has a real thing for each parameter', ({ path }) => {
    expect(filled(path, things)).not.toMatch(/[{}]|%7B|undefined|\/\/|\/$/)
  })
})

const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
const operators = {
  title: { $gt: '' },
  email: { $ne: null },
  token: { $gt: '' },
  body: { $gt: '' },
  id: { $gt: '' },
  version: { $gt: 0 },
  resolution: { $gt: '' },
  assignee: { $gt: '' },
}

/** No body gets as far as a route's own rules, so all routes refuse it the same way. */
const bodies: [string, string, Refused][] = [
  ['operators in every field', JSON.stringify(operators), { status: 400, fields: Object.keys(operators) }],
  [
    'a prototype key',
    '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}',
    { status: 400, fields: ['constructor'] },
  ],
  ['JSON 1,000 deep', deep(1_000), { status: 400, fields: ['a'] }],
  [
    'a body of 10 MB',
    JSON.stringify({ title: 'x'.repeat(10_000_000) }),
    { status: 413, fields: ['body'], detail: /larger than (?:1 MiB|16 KiB)/ },
  ],
  ['a list of lists', '[[[[]]]]', { status: 400, fields: ['body'] }],
  ['half a JSON', '{"title": "', { status: 400, fields: ['body'], detail: /not valid JSON/ }],
]

describe.each(served.filter(({ body }) => body))('$method $path refuses', (route) => {
  test.each(bodies)('%s', async (_name, body, expected) => {
    await refused(() => ask(route, { body }), expected)
  })
})

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
type Attack = { field: string; body: Json }

const operatorsInPlace: Json[] = [{ $gt: '' }, { $regex: '.*' }, ['$ne', '']]

/** The same body once for each value in it, with an operator in that value's place. */
function withOperators(body: Json, field: string[] = []): Attack[] {
  if (typeof body !== 'object' || body === null)
    return operatorsInPlace.map((attack) => ({ field: field.join('.'), body: attack }))
  return Object.entries(body).flatMap(([name, value]) =>
    withOperators(value, [...field, name]).map((attack) => ({
      ...attack,
      body: Array.isArray(body) ? body.with(Number(name), attack.body) : { ...body, [name]: attack.body },
    })),
  )
}

describe.each(served.filter(({ body }) => body))('$method $path refuses an operator', (route) => {
  const attacks = [
    ...withOperators((route.bodyExample ?? {}) as Json),
    { field: '$where', body: { ...(route.bodyExample as object), $where: '1' } },
  ]
  test.each(attacks)('at $field: $body', async ({ field, body }) => {
    await refused(() => ask(route, { body }), { status: 400, fields: [field] })
  })
})

const nobody = '0'.repeat(24)
const noIds = [
  '{"$gt":""}',
  '[$ne]',
  '__proto__',
  'constructor',
  '\0',
  '../users',
  '💥',
  'a'.repeat(5_000),
  nobody,
]

/** What answers otherwise than that there is no such thing: who does not watch a ticket need not stop. */
const harmless: Record<string, number> = {
  [`delete /api/tickets/{id}/watchers/{user} {user} ${nobody}`]: 204,
}

/** What is no id names nothing, whatever it is: for each parameter, the others being real. */
describe.each(served.filter(({ params }) => params))('$method $path refuses', (route) => {
  const parameters = route.path.match(/\{\w+\}/g) ?? []
  const cases = parameters.flatMap((parameter) => noIds.map((attack) => [parameter, attack] as const))
  test.each(cases)('as its %s: %j', async (parameter, attack) => {
    const asked = { body: validBody(route, things), path: { [parameter.slice(1, -1)]: attack } }
    const status = harmless[`${nameOf(route)} ${parameter} ${attack}`]
    if (status) expect(await ask(route, asked)).toMatchObject({ status })
    else await refused(() => ask(route, asked), { status: 404, detail: /^There is no such / })
  })
})

describe.each(served.filter(({ query }) => query))('$method $path refuses', (route) => {
  const names = Object.keys((route.query as { shape?: object }).shape ?? {})
  const attacks = [
    ...names.flatMap((name) => [
      [`${name}[$gt]`, ''],
      [`${name}[$regex]`, '.*'],
      [`${name}[]`, '1'],
    ]),
    ['limit', '1e9'],
    ['limit', '-1'],
    ['limit', '1&limit=2'],
    ['after[$gt]', ''],
    ['after', '%00'],
    ['after', 'a'.repeat(5_000)],
    ['unknown', '1'],
  ] as [string, string][]
  test.each(attacks)('?%s=%s', async (name, value) => {
    const asked = { query: `?${name}=${value}` }
    await refused(() => ask(route, asked), { status: 400, fields: [name] })
  })
})

/** Each would take a backtracking engine minutes on what the ticket says. */
describe('a pattern that explodes', () => {
  const patterns = ['(a+)+$', '(a|a)*b', '(.*a){25}', '^(([a-z])+.)+[A-Z]([a-z])+$', '((a*)*)*b']
  const searches = [
    '/api/tickets?q=',
    '/api/auth/users?search=',
    '/api/ticket-people?as=requester&search=',
    '/api/tickets/{id}/assignees?search=',
    '/api/tickets/{id}/mentionable?search=',
  ]
  const cases = searches.flatMap((search) => patterns.map((pattern) => [search, pattern] as const))
  const asked = (search: string, text: string) => () =>
    root.api.get<Problem>(`${filled(search, things)}${encodeURIComponent(text)}`)
  const fieldOf = (search: string) => search.match(/\w+(?==$)/)?.[0] ?? ''
  async function findsNothing(search: string, text: string) {
    const { status, body } = await inTime(asked(search, text))
    expect(status).toBe(200)
    expect(Object.values(body).find(Array.isArray)).toEqual([])
  }

  test.each(cases)('is text like any other: %s%s', async (search, pattern) => {
    await findsNothing(search, pattern)
  })

  test.each(searches)('is not even looked for in what is too long: %s', async (search) => {
    for (const text of ['['.repeat(4_000), '(+'.repeat(3_000)])
      await refused(asked(search, text), { status: 400, fields: [fieldOf(search)] })
  })

  test.each(cases)('is text like any other in quotation marks: %s"%s"', async (search, pattern) => {
    await findsNothing(search, `"${pattern}"`)
  })

  test.each(searches)(
    '%sa{1,9999} repeats no repetition: it is looked for as it is written',
    async (search) => {
      await findsNothing(search, 'a{1,9999}')
    },
  )
})

describe('forged tokens', () => {
  const claims = { sub: '0'.repeat(24), sid: '0'.repeat(24) }
  const good = { issuer: 'deskbridge', audience: 'deskbridge-api', expiresIn: 60 } as const
  const secret = createSecretKey(Buffer.from('another secret of at least 32 bytes, all right'))
  const forged: [string, () => string][] = [
    ['alg none', () => jwt.sign({ sid: claims.sid }, null, { algorithm: 'none', subject: claims.sub })],
    ['another secret', () => jwt.sign(claims, secret, good)],
    ['another algorithm', () => jwt.sign(claims, secret, { ...good, algorithm: 'HS512' })],
    ['one bit flipped', () => flipped(root.token)],
    ['a thousand dots', () => '.'.repeat(1_000)],
    ['8 kB of nothing', () => 'a'.repeat(8_000)],
  ]
  test.each(forged)('%s', async (_name, token) => {
    const api = apiClient(at.url, token())
    for (const { method, path } of served.filter(({ access }) => access === 'signed-in'))
      await refused(() => api.call<Problem>(method.toUpperCase(), filled(path, things)), {
        status: 401,
      })
  })
})

const flipped = (token: string) =>
  `${token.slice(0, -6)}${token.at(-6) === 'A' ? 'B' : 'A'}${token.slice(-5)}`

test('after all this nothing has changed', async () => {
  expect(await everything()).toBe(before)
})

/** What an example does not succeed with, since it names what is not on this desk, or what is there already. */
const unsuccessful: Record<string, number> = {
  'post /api/auth/login': 401,
  'post /api/auth/login/code': 401,
  'post /api/auth/second-factor': 400,
  'post /api/auth/second-factor/recovery-codes': 409,
  'post /api/auth/second-factor/off': 409,
  'delete /api/users/{id}/second-factor': 409,
  'post /api/auth/link': 400,
  'post /api/auth/redeem': 400,
  'post /api/auth/password': 400,
  // The example has no body, and an empty file is none.
  'post /api/files': 400,
  // The example has no title.
  'get /api/look-alikes': 400,
  // The example has no secret.
  'post /api/inbound-mail': 401,
  'post /api/catalog/skills': 409,
  'put /api/catalog/skills/{id}': 409,
  'post /api/catalog/categories': 409,
  'put /api/catalog/categories/{id}': 409,
  'put /api/tickets/{id}': 400,
  'post /api/tickets/{id}/release': 409,
  'post /api/tickets/{id}/wait': 409,
  'post /api/tickets/{id}/reopen': 409,
  'post /api/tickets/{id}/close': 409,
  'post /api/tickets/{id}/rate': 409,
  // The example’s original is no ticket here.
  'post /api/tickets/{id}/join': 400,
  'delete /api/tickets/{id}/duplicate': 409,
}

/** Last, since it really does all that was attacked: a path that named nothing would answer 404. */
describe('each route is reached by its example', () => {
  beforeAll(() => makeExamples(at))

  test.each(served)('$method $path', async (route) => {
    const { api, ...who } = await at.somebody('admin')
    const own = await makeThings(at, { api, ...who }, route.path)
    const path = filled(route.path, own)
    const { status } = route.path.endsWith('/stream')
      ? await api.begin(path)
      : await api.call(route.method.toUpperCase(), path, validBody(route, things))
    const known = unsuccessful[nameOf(route)]
    expect(known ? [known] : Object.keys(route.successes).map(Number)).toContain(status)
  })
})
