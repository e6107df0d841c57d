import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiKeyScope, apiKeyScopes } from '../../core/users/api-keys/api-key.ts'
import { type MarkedDesk, markedDesk, signingIn } from './leaks/marked-desk.ts'
import { type Asked, requests } from './leaks/requests.ts'

type Person = 'ann' | 'olga' | 'max' | 'root'
type Caller = { name: string; who: Person | null; scope?: ApiKeyScope; may: string[] }

const tickets = ['ann', 'olga', 'queue'].flatMap((whose) => [`mark.${whose}.words`, `mark.${whose}.note`])
const mails = ['ann', 'olga', 'max', 'mia', 'root'].map((name) => `mark.${name}.mail`)
const handles = ['ann', 'olga', 'max', 'mia', 'root'].map((name) => `mark.${name}.discord`)
const audit = ['ann', 'olga', 'max', 'mia', 'root'].flatMap((name) => [
  `mark.${name}.address`,
  `mark.${name}.key`,
  `mark.${name}.note-on`,
  `mark.${name}.delivery`,
])
const own = (name: Person) => ['mail', 'agent', 'key', 'discord'].map((what) => `mark.${name}.${what}`)

/** Who may be told what. Nobody is ever told a pending sign-up's name, nor what is kept of a password or a key. */
const callers: Caller[] = [
  { name: 'nobody', who: null, may: [] },
  { name: 'a user', who: 'ann', may: ['mark.ann.words', ...own('ann')] },
  { name: 'another user', who: 'olga', may: ['mark.olga.words', 'mark.queue.words', ...own('olga')] },
  { name: 'a moderator', who: 'max', may: ['mark.queue.words', 'mark.queue.note', ...own('max')] },
  {
    name: 'an admin',
    who: 'root',
    may: [...tickets, ...mails, ...handles, ...audit, ...own('root'), 'mark.candidates', 'mark.mailbox'],
  },
]

const ofAnn: Record<ApiKeyScope, string[]> = {
  'tickets:read': ['mark.ann.words'],
  'tickets:write': ['mark.ann.words'],
  'users:read': ['mark.ann.mail', 'mark.ann.discord'],
  admin: [],
}
const ofRoot: Record<ApiKeyScope, string[]> = {
  'tickets:read': [...tickets, 'mark.candidates'],
  'tickets:write': [...tickets, 'mark.candidates'],
  'users:read': [...mails, ...handles],
  admin: [
    ...mails,
    ...handles,
    ...audit,
    ...tickets.filter((mark) => mark.endsWith('words')),
    'mark.mailbox',
  ],
}
const programs: Caller[] = apiKeyScopes.flatMap((scope) => [
  { name: `an admin’s key for ${scope}`, who: 'root' as const, scope, may: ofRoot[scope] },
  ...(scope === 'admin'
    ? []
    : [{ name: `a user’s key for ${scope}`, who: 'ann' as const, scope, may: ofAnn[scope] }]),
])

/** What an answer may hold that is a secret: it is made for who asks, and shown this once. */
const madeForThem: Record<string, string[]> = {
  'post /api/auth/login': ['token'],
  'post /api/auth/login/code': ['token'],
  'post /api/auth/redeem': ['token'],
  'post /api/auth/api-keys': ['secret'],
}

/** Also what anybody may know without being told: what everybody signs in with at `login`, `link` and `redeem`. */
const toWhoHasTheSecret: Record<string, string[]> = {
  'get /files/{token}': ['mark.olga.words'],
  'post /api/auth/login': ['mark.max.mail', 'mark.max.discord'],
  'post /api/auth/link': ['mark.max.mail'],
  'post /api/auth/login/code': ['mark.mia.mail', 'mark.mia.discord'],
  'post /api/auth/redeem': ['mark.max.mail', 'mark.max.discord'],
}

type Operation = { requestBody?: { content: Record<string, { example?: object }> } }
type Document = { paths: Record<string, Record<string, Operation>> }

/** The documented operations with the examples of their bodies. */
async function documented(at: MarkedDesk) {
  const { paths } = (await (await fetch(`${at.url}/api/openapi.json`)).json()) as Document
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody }]) => {
      const example = requestBody?.content['application/json']?.example
      return [`${method} ${path}`, example ? { body: example } : {}] as const
    }),
  )
  return new Map<string, Asked>(all)
}

/** Long enough for what a stream says at its beginning. */
const listensMs = 150

async function ask(url: string, token: string | null, name: string, { path: ids, query, body }: Asked) {
  const [method = '', path = ''] = name.split(' ')
  const filled = path.replace(/\{(\w+)\}/g, (_, part: string) => ids?.[part] ?? '')
  const response = await fetch(`${url}${filled}${query ? `?${query}` : ''}`, {
    method: method.toUpperCase(),
    redirect: 'manual',
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, text: await textOf(response) }
}

async function textOf(response: Response) {
  const headers = JSON.stringify([...response.headers].filter(([name]) => name !== 'set-cookie'))
  if (!response.headers.get('content-type')?.startsWith('text/event-stream'))
    return `${headers} ${await response.text()}`
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  setTimeout(() => reader?.cancel(), listensMs)
  let heard = ''
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) heard += part.value
  return `${headers} ${heard}`
}

const secretFields = /"(?:\w*(?:password|hash|secret|token)\w*)":/gi
const marks = /mark\.[a-z]+(?:\.[a-z-]+)?/g
const secrets = [/\$2[aby]\$/, /\bdk_[\w-]{43}/, /\beyJ[\w-]+\.[\w-]+\.[\w-]+/]

/** What an answer tells that this caller should not know. */
function leaksIn(name: string, caller: Caller, text: string) {
  const allowed = new Set([...caller.may, ...(toWhoHasTheSecret[name] ?? [])])
  const fields = (madeForThem[name] ?? []).map((field) => `"${field}":`)
  return [
    ...[...text.matchAll(marks)].map(([mark]) => mark).filter((mark) => !allowed.has(mark)),
    ...[...text.matchAll(secretFields)].map(([field]) => field).filter((field) => !fields.includes(field)),
    ...(fields.length > 0 ? [] : secrets.filter((secret) => secret.test(text)).map(String)),
  ]
}

const succeeded = new Set<string>()

/** Side by side: much of a walk is waiting for answers that take equal time on purpose. */
describe.concurrent.each([...callers, ...programs])('$name', { timeout: 120_000 }, (caller) => {
  let at: MarkedDesk
  beforeAll(async () => {
    at = await markedDesk()
  })
  afterAll(() => at.close())

  test('learns nothing that is not theirs to know, by any route', async () => {
    const examples = await documented(at)
    const signIn = await signingIn(at, caller.who, caller.scope)
    const found: string[] = []
    for (const [name, cases] of Object.entries(requests))
      for (const asked of await cases(at)) {
        const { status, text } = await ask(at.url, await signIn(), name, { ...examples.get(name), ...asked })
        found.push(...leaksIn(name, caller, text).map((leak) => `${name} ${status}: ${leak}`))
        expect(status, `${name} ${text}`).toBeLessThan(500)
        if (status < 400) succeeded.add(name)
      }
    expect([...new Set(found)]).toEqual([])
  })
})

test('every documented route is walked, and somebody gets an answer from each', async () => {
  const at = await markedDesk()
  expect([...(await documented(at)).keys()].toSorted()).toEqual(Object.keys(requests).toSorted())
  expect(Object.keys(requests).filter((name) => !succeeded.has(name))).toEqual([])
  await at.close()
})

test('the walk finds what it looks for', () => {
  const nobody = { name: 'nobody', who: null, may: [] }
  const leaks = leaksIn(
    'get /api/auth/me',
    nobody,
    '{"email":"mark.ann.mail@example.com","passwordHash":"$2b$11$abc","x":"eyJa.eyJb.c"}',
  )
  expect(leaks).toEqual([
    'mark.ann.mail',
    '"passwordHash":',
    ...secrets.slice(0, 1).map(String),
    String(secrets[2]),
  ])
})
