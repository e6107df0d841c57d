import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi } from '../../api/create-api.ts'
import { firstAdminToken } from '../../core/users/mail-links/first-admin.ts'
import { listen } from '../../start/listen.ts'
import { anyEntry } from '../support/any-entry.ts'
import { apiClient } from '../support/api-client.ts'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

type SignedIn = { user: { id: string; role: string; email: string }; token: string }
const password = 'correct horse battery'

/** The link that the mail would hold. */
const confirmToken = async (email: string) => {
  const user = await at.desk.users.findByEmail(email)
  const pending = user?.outbox.map(anyEntry).findLast(({ topic }) => topic === 'confirm-address')?.pending
  return at.desk.links.create('confirm', { user: user?._id ?? '', ...(pending ? { pending } : {}) })
}

describe('sign-up', () => {
  test('makes a user whatever the body says, once the address is confirmed', async () => {
    const { anonymous } = at
    const asAdmin = await anonymous.post('/api/auth/signup', {
      email: 'eve@example.com',
      name: 'Eve',
      password,
      role: 'admin',
    })
    expect(asAdmin.status).toBe(400)
    const asked = await anonymous.post('/api/auth/signup', {
      email: 'Eve@Example.com',
      name: 'Eve',
      password,
    })
    expect(asked.status).toBe(202)
    expect((await anonymous.post('/api/auth/login', { email: 'eve@example.com', password })).status).toBe(401)
    const token = await confirmToken('eve@example.com')
    const confirmed = await anonymous.post<SignedIn>('/api/auth/redeem', { token, password })
    expect(confirmed.body.user).toMatchObject({ role: 'user', email: 'Eve@Example.com' })
    expect((await anonymous.post('/api/auth/redeem', { token, password })).status).toBe(400)
    expect((await anonymous.post('/api/auth/login', { email: 'EVE@example.com', password })).status).toBe(200)
  })

  test('answers the same for a known address, and a later sign-up can’t put its password under an earlier confirmation', async () => {
    const { anonymous } = at
    const fresh = await anonymous.post('/api/auth/signup', {
      email: 'new@example.com',
      name: 'New',
      password,
    })
    const token = await confirmToken('new@example.com')
    const again = await anonymous.post('/api/auth/signup', {
      email: 'new@example.com',
      name: 'Thief',
      password: 'the thief knows it',
    })
    expect(again).toMatchObject({ status: fresh.status, body: fresh.body })
    await anonymous.post('/api/auth/redeem', { token, password })
    expect((await anonymous.post('/api/auth/login', { email: 'new@example.com', password })).status).toBe(200)
    const known = await anonymous.post('/api/auth/signup', {
      email: 'new@example.com',
      name: 'X',
      password: 'the thief knows it',
    })
    expect(known).toMatchObject({ status: 202, body: fresh.body })
    expect(
      (await anonymous.post('/api/auth/login', { email: 'new@example.com', password: 'the thief knows it' }))
        .status,
    ).toBe(401)
  })

  test('keeps nothing that somebody else chose: who confirms the address sets the password and may set the name', async () => {
    const { anonymous } = at
    const [email, chosen] = ['victim@example.com', 'chosen by the victim']
    const logIn = async (given: string) =>
      (await anonymous.post('/api/auth/login', { email, password: given })).status
    await anonymous.post('/api/auth/signup', { email, name: 'Thief', password })
    expect(JSON.stringify(await at.desk.users.findByEmail(email))).not.toContain('$2b$')
    const token = await confirmToken(email)
    const missing = await anonymous.post<{ errors: object[] }>('/api/auth/redeem', { token })
    expect(missing).toMatchObject({ status: 400, body: { errors: [{ field: 'password' }] } })
    const done = await anonymous.post('/api/auth/redeem', { token, name: 'Vic Tim', password: chosen })
    expect(done).toMatchObject({ status: 200, body: { user: { email, name: 'Vic Tim' } } })
    expect([await logIn(password), await logIn(chosen)]).toEqual([401, 200])
  })

  test.each(['invite', 'confirm', 'reset'] as const)(
    'a deactivated account’s %s link is refused, also after the account is active again',
    async (purpose) => {
      const root = await at.somebody('admin')
      const confirmed = purpose !== 'confirm'
      const pending = [{ id: 'p1', name: 'Ann', at: at.desk.now() }]
      const { user } = await at.somebody('user', { emailVerified: confirmed, pending })
      const token = await at.desk.links.create(purpose, { user: user._id, pending: 'p1' })
      const setActive = (active: boolean) => root.api.post('/api/auth/update-user', { id: user._id, active })
      const tries = async () => [
        (await at.anonymous.post('/api/auth/link', { token })).status,
        (await at.anonymous.post('/api/auth/redeem', { token, password })).status,
      ]
      await at.database.users.updateOne({ _id: user._id }, { active: false })
      expect(await tries()).toEqual([400, 400])
      await setActive(false)
      await setActive(true)
      expect(await tries()).toEqual([400, 400])
      expect((await at.desk.users.find(user._id))?.passwordHash).toBeNull()
    },
  )

  test('answers the same when an address is asked for twice at the same moment', async () => {
    const ask = (name: string) =>
      at.anonymous.post('/api/auth/signup', { email: 'both@example.com', name, password })
    const answers = await Promise.all(['One', 'Two', 'Three'].map(ask))
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    const { pending = [] } = (await at.desk.users.findByEmail('both@example.com')) ?? {}
    expect(pending.map(({ name }) => name).toSorted()).toEqual(['One', 'Three', 'Two'])
  })

  test.each([
    ['email', { email: 'no address', name: 'A', password }],
    ['password', { email: 'a@example.com', name: 'A', password: 'short' }],
    ['password', { email: 'a@example.com', name: 'A', password: 'ä'.repeat(40) }],
    ['name', { email: 'a@example.com', name: ' ', password }],
  ])('says what is wrong with the %s', async (field, body) => {
    const refused = await at.anonymous.post<{ errors: { field: string }[] }>('/api/auth/signup', body)
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field }] } })
  })
})

describe('sessions', () => {
  test('log-out ends the token at once, and only that device’s', async () => {
    const ann = await at.somebody('user', { passwordHash: await at.desk.passwords.hash(password) })
    const phone = (await at.anonymous.post<SignedIn>('/api/auth/login', { email: ann.user.email, password }))
      .body
    const onPhone = apiClient(at.url, phone.token)
    expect((await onPhone.get('/api/auth/me')).status).toBe(200)
    expect((await onPhone.post('/api/auth/logout')).status).toBe(204)
    expect((await onPhone.get('/api/auth/me')).status).toBe(401)
    expect((await ann.api.get('/api/auth/me')).status).toBe(200)
  })

  test('a changed role or a deactivation ends old tokens at once; new skills do not', async () => {
    const [root, max] = [await at.somebody('admin'), await at.somebody('user')]
    const update = (more: object) => root.api.post('/api/auth/update-user', { id: max.user._id, ...more })
    await max.api.get('/api/auth/me')
    await update({ skills: ['C++', 'Node.js'] })
    const me = await max.api.get<{ user: { skills: string[] } }>('/api/auth/me')
    expect(me.body.user.skills).toEqual(['C++', 'Node.js'])
    await update({ role: 'moderator' })
    expect((await max.api.get('/api/auth/me')).status).toBe(401)
    const bob = await at.somebody('user')
    await root.api.post('/api/auth/update-user', { id: bob.user._id, active: false })
    expect((await bob.api.get('/api/auth/me')).status).toBe(401)
  })

  test('the cookie works for our own page and for no other site', async () => {
    const ann = await at.somebody('user')
    const cookie = `deskbridge_session=${ann.token}`
    const post = (headers: Record<string, string>) =>
      at.anonymous.post('/api/auth/discord-code', {}, { cookie, ...headers })
    expect((await post({ origin: at.url })).status).toBe(200)
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
  })

  test('the cookie works behind a proxy that asks for the desk by another name', async () => {
    const ann = await at.somebody('user')
    const cookie = `deskbridge_session=${ann.token}`
    const outside = 'https://desk.example.com'
    const post = (headers: Record<string, string>, url = at.url) =>
      apiClient(url).post('/api/auth/discord-code', {}, { cookie, origin: outside, ...headers })
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect((await post({ 'x-forwarded-host': 'desk.example.com' })).status).toBe(403)
    const proxied = await listen(0)
    const parts = { desk: at.desk, health: async () => ({}) as never, secureCookies: false }
    proxied.serve(createApi({ ...parts, trustProxy: 1 }))
    const url = `http://127.0.0.1:${proxied.port}`
    expect((await post({ 'x-forwarded-host': 'desk.example.com' }, url)).status).toBe(200)
    expect((await post({ 'x-forwarded-host': 'evil.example' }, url)).status).toBe(403)
    proxied.server.closeAllConnections()
    proxied.server.close()
  })

  test.each([
    ['none', ''],
    ['nonsense', 'x.y.z'],
    ['alg none', `${btoa('{"alg":"none"}')}.${btoa('{"sub":"1","sid":"1"}')}.`.replaceAll('=', '')],
  ])('a token that is %s is refused', async (_name, token) => {
    expect((await apiClient(at.url, token).get('/api/auth/me')).status).toBe(401)
  })

  test('one flipped bit is refused', async () => {
    const { token } = await at.somebody('admin')
    const last = token.at(-5) === 'A' ? 'B' : 'A'
    expect(
      (await apiClient(at.url, `${token.slice(0, -5)}${last}${token.slice(-4)}`).get('/api/auth/me')).status,
    ).toBe(401)
  })
})

describe('guessing', () => {
  test('the 11th try in 15 minutes has to wait, whatever headers say, also with the right password', async () => {
    const ann = await at.somebody('user', { passwordHash: await at.desk.passwords.hash(password) })
    const login = (guess: string, index = 0) =>
      at.anonymous.post(
        '/api/auth/login',
        { email: ann.user.email, password: guess },
        { 'x-forwarded-for': `10.0.0.${index}` },
      )
    for (let index = 0; index < 10; index++)
      expect((await login('wrong wrong wrong', index)).status).toBe(401)
    const refused = await login(password, 11)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(15)
  })

  test('an unknown address is answered like a wrong password', async () => {
    const ann = await at.somebody('user', { passwordHash: await at.desk.passwords.hash(password) })
    const login = (email: string) =>
      at.anonymous.post('/api/auth/login', { email, password: 'wrong wrong wrong' })
    const [known, unknown] = [await login(ann.user.email ?? ''), await login('nobody@example.com')]
    expect(unknown).toMatchObject({ status: 401, body: known.body })
  })
})

describe('accounts', () => {
  test('the first admin’s link works once; the last admin can’t be demoted', async () => {
    const other = await deskInProcess()
    const token = await firstAdminToken(other.desk)
    const missing = await other.anonymous.post<{ errors: { field: string }[] }>('/api/auth/redeem', {
      token,
      email: 'root@example.com',
      name: 'Root',
    })
    expect(missing.body.errors[0]?.field).toBe('password')
    const made = await other.anonymous.post<SignedIn>('/api/auth/redeem', {
      token,
      email: 'root@example.com',
      name: 'Root',
      password,
    })
    expect(made.body.user.role).toBe('admin')
    expect(
      (await other.anonymous.post('/api/auth/redeem', { token, email: 'b@example.com', name: 'B', password }))
        .status,
    ).toBe(400)
    expect(await firstAdminToken(other.desk)).toBeNull()
    const root = apiClient(other.url, made.body.token)
    expect((await root.post('/api/auth/update-user', { id: made.body.user.id, role: 'user' })).status).toBe(
      409,
    )
    await other.close()
  })

  test('the first admin’s link is invalid once an admin was created in another way', async () => {
    const token = await at.desk.links.create('setup', { user: null })
    await at.somebody('admin')
    const body = { token, email: 'late@example.com', name: 'Late', password }
    expect((await at.anonymous.post('/api/auth/link', { token })).status).toBe(400)
    expect((await at.anonymous.post('/api/auth/redeem', body)).status).toBe(400)
    expect(await at.desk.users.findByEmail('late@example.com')).toBeNull()
  })

  test('only admins see and change accounts, and nobody sees a hash', async () => {
    const [root, max, ann] = [
      await at.somebody('admin'),
      await at.somebody('moderator'),
      await at.somebody('user', { passwordHash: 'secret-hash' }),
    ]
    for (const who of [max, ann]) {
      expect((await who.api.get('/api/auth/users')).status).toBe(403)
      expect((await who.api.post('/api/auth/update-user', { id: who.user._id, role: 'admin' })).status).toBe(
        403,
      )
    }
    const list = await root.api.get<{ users: object[] }>('/api/auth/users?limit=100')
    expect(list.body.users.length).toBeGreaterThan(3)
    expect(JSON.stringify(list.body)).not.toMatch(/hash|secret/i)
  })

  test('a Discord account is linked by a code that works once', async () => {
    const max = await at.somebody('moderator')
    const { code } = (await max.api.post<{ code: string }>('/api/auth/discord-code')).body
    const { linkDiscord } = await import('../../core/users/handles/link-handle.ts')
    expect((await linkDiscord(at.desk, '200000000000000001', ` ${code.toLowerCase()} `)).discord).toBe(
      '200000000000000001',
    )
    await expect(linkDiscord(at.desk, '200000000000000002', code)).rejects.toThrow('wrong or expired')
  })
})
