import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRoutes } from '../../api/routes/all-routes.ts'
import { newId } from '../../core/ids.ts'
import { type ApiKeyScope, apiKeyScopes } from '../../core/users/api-keys/api-key.ts'
import { apiClient } from '../support/api-client.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

type Key = { id: string; start: string; scopes: string[]; expiresAt: string; lastUsedAt: string | null }
type Made = { key: Key; secret: string }
const path = '/api/auth/api-keys'

const make = ({ api }: Known, ...scopes: ApiKeyScope[]) =>
  api.post<Made>(path, { name: 'Monitoring', scopes })
const keyOf = async (who: Known, ...scopes: ApiKeyScope[]) => (await make(who, ...scopes)).body
const clientOf = async (who: Known, ...scopes: ApiKeyScope[]) =>
  apiClient(at.url, (await keyOf(who, ...scopes)).secret)

describe('a key', () => {
  test('shows its secret once, which is stored nowhere', async () => {
    const ann = await at.somebody('user')
    const { key, secret } = await keyOf(ann, 'tickets:read')
    expect(secret.startsWith(key.start)).toBe(true)
    const list = await ann.api.get<{ keys: Key[] }>(path)
    expect(list.body.keys).toEqual([key])
    const stored = JSON.stringify(await at.database.apiKeys.find({ user: ann.user._id }).lean())
    expect(`${JSON.stringify(list.body)} ${stored}`).not.toContain(secret)
    expect(JSON.stringify(list.body)).not.toContain('hash')
  })

  test('does what its scopes say, as its owner, and no more than they may', async () => {
    const [ann, bob, max] = [
      await at.somebody('user'),
      await at.somebody('user'),
      await at.somebody('moderator'),
    ]
    const filing = await clientOf(ann, 'tickets:write')
    const ticket = { title: 'Printer on fire', description: 'Flames.' }
    const filed = await filing.post<{ ticket: { id: string } }>('/api/tickets', ticket)
    expect(filed.status).toBe(201)
    const { id } = filed.body.ticket
    expect((await filing.get(`/api/tickets/${id}`)).status).toBe(403)
    expect((await (await clientOf(ann, 'tickets:read')).get(`/api/tickets/${id}`)).status).toBe(200)
    expect((await (await clientOf(bob, 'tickets:read')).get(`/api/tickets/${id}`)).status).toBe(404)
    expect((await (await clientOf(ann, 'users:read')).get('/api/auth/users')).status).toBe(403)
    expect((await (await clientOf(max, 'tickets:write')).post(`/api/tickets/${id}/claim`)).status).toBe(200)
  })

  test('is worth nothing once revoked, by its owner only', async () => {
    const [ann, bob] = [await at.somebody('user'), await at.somebody('user')]
    const { key, secret } = await keyOf(ann, 'users:read')
    const program = apiClient(at.url, secret)
    expect((await program.get('/api/auth/me')).body).toMatchObject({ user: { id: ann.user._id } })
    expect((await bob.api.remove(`${path}/${key.id}`)).status).toBe(404)
    expect((await program.get('/api/auth/me')).status).toBe(200)
    expect((await ann.api.remove(`${path}/${key.id}`)).status).toBe(204)
    expect((await program.get('/api/auth/me')).status).toBe(401)
    const root = await at.somebody('admin')
    const { entries } = (await root.api.get<{ entries: object[] }>(`/api/audit?about=${key.id}`)).body
    expect(entries).toMatchObject([
      { action: 'api-key-revoked', about: { kind: 'api-key', name: 'Monitoring' } },
      { action: 'api-key-created', changes: [{ field: 'scopes', to: ['users:read'] }] },
    ])
    expect(JSON.stringify(entries)).not.toContain(secret)
  })

  test('lives and dies with its owner’s account and role', async () => {
    const [root, vic] = [await at.somebody('admin'), await at.somebody('admin')]
    const program = await clientOf(vic, 'admin', 'users:read')
    expect((await program.get('/api/audit')).status).toBe(200)
    await root.api.post('/api/auth/update-user', { id: vic.user._id, role: 'user' })
    expect((await program.get('/api/audit')).status).toBe(403)
    await root.api.post('/api/auth/update-user', { id: vic.user._id, active: false })
    expect((await program.get('/api/auth/me')).status).toBe(401)
  })

  test('tells when it was last used, and ends when it should', async () => {
    const ann = await at.somebody('user')
    const made = await ann.api.post<Made>(path, { name: 'A day', scopes: ['users:read'], expiresInDays: 1 })
    const { key, secret } = made.body
    expect(Date.parse(key.expiresAt) - Date.now()).toBeLessThan(86_400_001)
    expect(key.lastUsedAt).toBeNull()
    await apiClient(at.url, secret).get('/api/auth/me')
    const used = async () => (await ann.api.get<{ keys: Key[] }>(path)).body.keys[0]?.lastUsedAt ?? null
    await expect.poll(used).not.toBeNull()
    await at.database.apiKeys.updateOne({ _id: key.id }, { $set: { expiresAt: new Date(Date.now() - 1) } })
    at.desk.apiKeyCache.forget()
    expect((await apiClient(at.url, secret).get('/api/auth/me')).status).toBe(401)
  })

  test('with the scope admin is for admins', async () => {
    expect((await make(await at.somebody('moderator'), 'tickets:read', 'admin')).status).toBe(403)
    expect((await make(await at.somebody('admin'), 'admin')).status).toBe(201)
  })

  test.each([
    ['scopes', { name: 'x', scopes: [] }],
    ['scopes.0', { name: 'x', scopes: ['everything'] }],
    ['name', { name: ' ', scopes: ['admin'] }],
    ['expiresInDays', { name: 'x', scopes: ['tickets:read'], expiresInDays: 366 }],
    ['user', { name: 'x', scopes: ['tickets:read'], user: 'me' }],
  ])('is refused for a wrong %s', async (field, body) => {
    const ann = await at.somebody('user')
    const refused = await ann.api.post<{ errors: { field: string }[] }>(path, body)
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field }] } })
  })

  test('there are at most 50 of', async () => {
    const ann = await at.somebody('user')
    for (let index = 0; index < 50; index++) await keyOf(ann, 'tickets:read')
    expect((await make(ann, 'tickets:read')).status).toBe(409)
  })

  test.each(['dk_', `dk_${'A'.repeat(43)}`, 'dk_a.b.c'])('%s is no key', async (guess) => {
    expect((await apiClient(at.url, guess).get('/api/auth/me')).status).toBe(401)
  })
})

describe('a key with one scope', () => {
  const routes = allRoutes({
    desk: {} as never,
    health: async () => ({}) as never,
    secureCookies: false,
  }).filter(({ access }) => access === 'signed-in')
  const secrets = new Map<string, string>()
  beforeAll(async () => {
    const root = await at.somebody('admin')
    for (const scope of apiKeyScopes) secrets.set(scope, (await keyOf(root, scope)).secret)
  })

  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'gets past the door of %s only with its scope',
    async (_name, { method, path, scope, successes }) => {
      const isEndless = successes[200]?.contentType === 'text/event-stream'
      for (const having of apiKeyScopes) {
        const client = apiClient(at.url, secrets.get(having))
        const { status } = isEndless
          ? await client.begin(path)
          : await client.call(method.toUpperCase(), path.replace(/\{\w+\}/, newId()))
        if (having === scope)
          expect([...Object.keys(successes).map(Number), 400, 404], having).toContain(status)
        else expect(status, having).toBe(403)
      }
    },
  )

  test('passes no door of its owner’s own account', () => {
    const closed = routes.filter(({ scope }) => !scope).map(({ path }) => path)
    expect(closed).toEqual(
      expect.arrayContaining([path, '/api/auth/password', '/api/auth/sessions', '/api/auth/logout-all']),
    )
  })

  test('is described: which scope each route needs', async () => {
    type Operation = { security: Record<string, string[]>[] }
    type Document = { paths: Record<string, Record<string, Operation>> }
    const { paths } = (await at.anonymous.get<Document>('/api/openapi.json')).body
    for (const { method, path, scope } of routes)
      expect(paths[path]?.[method]?.security.flatMap(({ apiKey }) => apiKey ?? [])).toEqual(
        scope ? [scope] : [],
      )
  })
})

describe('making a key an hour after signing in', () => {
  const password = 'correct horse battery'
  const hourAgo = () => new Date(Date.now() - 61 * 60_000)
  const withOldSession = async (passwordHash: string | null) => {
    const ann = await at.somebody('user', { passwordHash })
    await at.database.sessions.updateMany({ user: ann.user._id }, { createdAt: hourAgo() })
    const ask = async (given?: string) => {
      const body = { name: 'K', scopes: ['users:read'], ...(given === undefined ? {} : { password: given }) }
      const { status, body: answer } = await ann.api.post<{ errors?: { field: string }[] }>(path, body)
      return [status, answer.errors?.[0]?.field]
    }
    return { ann, ask }
  }

  test('takes the password, once in an hour', async () => {
    const { ann, ask } = await withOldSession(await at.desk.passwords.hash(password))
    expect(await ask()).toEqual([400, 'password'])
    expect(await ask('a wrong guess')).toEqual([400, 'password'])
    expect((await at.database.apiKeys.find({ user: ann.user._id })).length).toBe(0)
    expect(await ask(password)).toEqual([201, undefined])
    expect(await ask()).toEqual([201, undefined])
    await at.database.sessions.updateMany({ user: ann.user._id }, { confirmedAt: hourAgo() })
    expect(await ask()).toEqual([400, 'password'])
  })

  test('can’t be used to guess it', async () => {
    const { ask } = await withOldSession(await at.desk.passwords.hash(password))
    for (let index = 0; index < 10; index++) expect(await ask(`guess ${index}`)).toEqual([400, 'password'])
    expect((await ask(password))[0]).toBe(429)
  })

  test('takes a new sign-in where there is no password', async () => {
    const { ask } = await withOldSession(null)
    expect(await ask()).toEqual([400, 'password'])
    expect(await ask('anything')).toEqual([400, 'password'])
  })
})
