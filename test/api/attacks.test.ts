import { createSecretKey } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRoutes } from '../../api/routes/all-routes.ts'
import { apiClient } from '../support/api-client.ts'
import { catchUp } from '../support/catch-up.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'

let at: DeskInProcess
let root: Known
let ticket: string
beforeAll(async () => {
  at = await deskInProcess()
  root = await at.somebody('admin')
  const filed = await root.api.post<{ ticket: { id: string } }>('/api/tickets', {
    title: 'Attack me',
    description: 'x',
  })
  ticket = filed.body.ticket.id
})
afterAll(() => at.close())

const longestMs = 200
const mailbox = { list: async () => [], read: async () => undefined }
const routes = allRoutes({
  desk: {} as never,
  health: async () => ({}) as never,
  mailbox,
  secureCookies: false,
} as never)
const served = routes.filter(({ path }) => !path.startsWith('/api/mailbox'))
const pathOf = (path: string) => path.replace('{id}', ticket)

/** The answer, and how long it took, at its third try at the latest within the time: a shared machine may stall once. */
async function inTime<T extends { status: number }>(ask: () => Promise<T>): Promise<T & { ms: number }> {
  for (let tries = 1; ; tries++) {
    const startedAt = performance.now()
    const answer = await ask()
    const ms = performance.now() - startedAt
    if (ms < longestMs || tries === 3) return { ...answer, ms }
  }
}

async function refusedInTime(ask: () => Promise<{ status: number }>) {
  const { status, ms } = await inTime(ask)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect(ms).toBeLessThan(longestMs)
}

const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
const bodies: [string, string][] = [
  [
    'operators in every field',
    '{"title":{"$gt":""},"email":{"$ne":null},"token":{"$gt":""},"body":{"$gt":""},"id":{"$gt":""},"version":{"$gt":0},"resolution":{"$gt":""},"assignee":{"$gt":""}}',
  ],
  ['a prototype key', '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}'],
  ['JSON 1,000 deep', deep(1_000)],
  ['a body of 10 MB', JSON.stringify({ title: 'x'.repeat(10_000_000) })],
  ['a list of lists', '[[[[]]]]'],
  ['half a JSON', '{"title": "'],
]

describe.each(served.filter(({ body }) => body))('$method $path refuses', ({ method, path }) => {
  test.each(bodies)('%s', async (_name, body) => {
    await refusedInTime(() => root.api.call(method.toUpperCase(), pathOf(path), body))
  })
})

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/** The same body once for each string in it, with an operator in that string's place. */
function withOperators(body: Json): Json[] {
  if (typeof body === 'string') return [{ $gt: '' }, { $regex: '.*' }, ['$ne', '']]
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, value]) =>
    withOperators(value).map((attacked) =>
      Array.isArray(body) ? body.with(Number(name), attacked) : { ...body, [name]: attacked },
    ),
  )
}

describe.each(served.filter(({ bodyExample }) => bodyExample))(
  '$method $path refuses an operator',
  ({ method, path, bodyExample }) => {
    const attacks = withOperators(bodyExample as Json).map((body) => JSON.stringify(body))
    test.each(attacks.length > 0 ? attacks : ['{"$where":"1"}'])('%s', async (body) => {
      await refusedInTime(() => root.api.call(method.toUpperCase(), pathOf(path), body))
    })
  },
)

/** What is no id names nothing, whatever it is. */
describe.each(served.filter(({ params }) => params))('$method $path refuses', ({ method, path }) => {
  test.each(['{"$gt":""}', '[$ne]', '__proto__', 'constructor', '\0', '../users', '💥', 'a'.repeat(5_000)])(
    '%j in its path',
    async (attack) => {
      const attacked = path.replaceAll(/\{\w+\}/g, encodeURIComponent(attack))
      await refusedInTime(() => root.api.call(method.toUpperCase(), attacked))
    },
  )
})

describe.each(served.filter(({ query }) => query))('$method $path refuses', ({ method, path, query }) => {
  const names = Object.keys((query as { shape?: object }).shape ?? {})

  test.each(names.flatMap((name) => [`${name}[$gt]=`, `${name}[$regex]=.*`, `${name}[]=1`]))(
    '?%s',
    async (attack) => {
      await refusedInTime(() => root.api.call(method.toUpperCase(), `${pathOf(path)}?${attack}`))
    },
  )

  test.each([
    'limit=1e9',
    'limit=-1',
    'limit=1&limit=2',
    'after[$gt]=',
    'after=%00',
    'unknown=1',
    `after=${'a'.repeat(5_000)}`,
  ])('?%s', async (query) => {
    await refusedInTime(() => root.api.call(method.toUpperCase(), `${pathOf(path)}?${query}`))
  })
})

/** Each would take a backtracking engine minutes on what the ticket says. */
describe('a pattern that explodes', () => {
  const patterns = ['(a+)+$', '(a|a)*b', '(.*a){25}', '^(([a-z])+.)+[A-Z]([a-z])+$', '((a*)*)*b']
  const searches = [
    '/api/tickets?q=',
    '/api/auth/users?search=',
    '/api/tickets/{id}/assignees?search=',
    '/api/tickets/{id}/mentionable?search=',
  ]
  const cases = searches.flatMap((search) => patterns.map((pattern) => [search, pattern] as const))
  beforeAll(async () => {
    const bait = { title: 'a'.repeat(150), description: `${'a'.repeat(9_999)}!` }
    await root.api.post('/api/tickets', bait)
    await at.somebody('moderator', { name: 'a'.repeat(80) })
    await catchUp(at.database, at.desk, at.desk.now)
  })
  const asked = (search: string, text: string) => () =>
    root.api.get<Record<string, unknown>>(`${pathOf(search)}${encodeURIComponent(text)}`)
  async function findsNothingInTime(ask: ReturnType<typeof asked>) {
    const { status, body, ms } = await inTime(ask)
    expect(status).toBe(200)
    expect(Object.values(body).find(Array.isArray)).toEqual([])
    expect(ms).toBeLessThan(longestMs)
  }

  test.each(cases)('is text like any other: %s%s', async (search, pattern) => {
    await findsNothingInTime(asked(search, pattern))
  })

  test.each(searches)('is not even looked for in what is too long: %s', async (search) => {
    for (const text of ['['.repeat(4_000), '(+'.repeat(3_000)]) await refusedInTime(asked(search, text))
  })

  test.each(cases)('is text like any other in quotation marks: %s"%s"', async (search, pattern) => {
    await findsNothingInTime(asked(search, `"${pattern}"`))
  })

  test.each(searches)(
    '%sa{1,9999} repeats no repetition: it is looked for as it is written',
    async (search) => {
      await findsNothingInTime(asked(search, 'a{1,9999}'))
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
    for (const { method, path } of served.filter(({ access }) => access === 'signed-in'))
      await refusedInTime(() => apiClient(at.url, token()).call(method.toUpperCase(), pathOf(path)))
  })
})

const flipped = (token: string) =>
  `${token.slice(0, -6)}${token.at(-6) === 'A' ? 'B' : 'A'}${token.slice(-5)}`

test('after all this nothing has changed and nobody has become an admin', async () => {
  expect(await at.database.tickets.countDocuments()).toBe(2)
  expect(await at.database.users.countDocuments({ role: 'admin' })).toBe(1)
})
