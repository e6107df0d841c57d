import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi } from '../../api/create-api.ts'
import { listen } from '../../start/listen.ts'
import { median } from '../bench/statistics.ts'
import { apiClient } from '../support/api-client.ts'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'

let at: DeskInProcess
let proxied: Awaited<ReturnType<typeof listen>>
beforeAll(async () => {
  // The clock stands still: pauses are seconds long, and the tests may take longer.
  const startedAt = new Date()
  at = await deskInProcess({ now: () => startedAt })
  proxied = await listen(0)
  const parts = { desk: at.desk, health: async () => ({}) as never, secureCookies: false }
  proxied.serve(createApi({ ...parts, trustProxy: 1 }))
})
afterAll(async () => {
  proxied.server.closeAllConnections()
  proxied.server.close()
  await at.close()
})

const maxFromOneAddress = 100

/** As if so many log-ins from there had failed, each for another account. */
async function failedFrom(address: string, times: number) {
  for (let index = 0; index < times; index++)
    await at.desk.attempts.begin({ account: `${address}-${index}@example.com`, address })
}

const addressFor = (forwardedFor: string) => `${forwardedFor.replaceAll(/[, ]/g, '')}@example.com`

const logIn = async (url: string, forwardedFor: string, email = addressFor(forwardedFor)) => {
  const body = { email, password: 'wrong wrong wrong' }
  return (await apiClient(url).post('/api/auth/login', body, { 'x-forwarded-for': forwardedFor })).status
}

describe('the network address that failures are counted for', () => {
  test('is the connection’s own, whatever is said to be forwarded for', async () => {
    expect(await logIn(at.url, '198.51.100.1')).toBe(401)
    await failedFrom('127.0.0.1', maxFromOneAddress - 1)
    expect(await logIn(at.url, '198.51.100.2')).toBe(429)
    expect(await logIn(at.url, '127.0.0.2, 198.51.100.3')).toBe(429)
  })

  test('is the one that the configured proxy names, and none that a client puts before it', async () => {
    const url = `http://127.0.0.1:${proxied.port}`
    await failedFrom('203.0.113.7', maxFromOneAddress)
    expect(await logIn(url, '203.0.113.7')).toBe(429)
    expect(await logIn(url, '198.51.100.4, 203.0.113.7')).toBe(429)
    expect(await logIn(url, '203.0.113.8')).toBe(401)
  })

  test('does not help where it is the account that was tried too often', async () => {
    const url = `http://127.0.0.1:${proxied.port}`
    for (let index = 0; index < 10; index++)
      expect(await logIn(url, `192.0.2.${index}`, 'vic@example.com')).toBe(401)
    expect(await logIn(url, '192.0.2.99', 'vic@example.com')).toBe(429)
    expect(await logIn(url, '192.0.2.98', 'VIC@Example.com')).toBe(429)
  })

  const spellings = [
    ['spaces around it', 'sue@example.com', (nth: number) => `${' '.repeat(nth)}sue@example.com `],
    [
      'upper case',
      'ned@example.com',
      (nth: number) => `${'NED'.slice(0, nth % 4)}${'ned'.slice(nth % 4)}@Example.com`,
    ],
    ['accents in two parts', 'zo\u00eb@example.com', () => 'zoe\u0308@example.com'],
    ['its domain in punycode', 'kim@ex\u00e4mple.com', () => 'kim@xn--exmple-cua.com'],
  ] as const

  test.each(spellings)('nor does another way of writing its address: %s', async (_, plain, written) => {
    const url = `http://127.0.0.1:${proxied.port}`
    const tries = Array.from({ length: 10 }, (_, index) =>
      logIn(url, `192.0.2.${100 + index}`, index % 2 ? plain : written(index)),
    )
    expect(new Set(await Promise.all(tries))).toEqual(new Set([401]))
    expect(await logIn(url, '192.0.2.110', plain)).toBe(429)
    expect(await logIn(url, '192.0.2.111', written(11))).toBe(429)
  })

  test.each(spellings.slice(1))('nor for a forgotten password: %s', async (_, plain, written) => {
    const api = apiClient(`http://127.0.0.1:${proxied.port}`)
    const from = { 'x-forwarded-for': '192.0.2.120' }
    const ask = async (email: string) => (await api.post('/api/auth/reset', { email }, from)).status
    const tries = Array.from({ length: 10 }, (_, index) => ask(index % 2 ? plain : written(index)))
    expect(new Set(await Promise.all(tries))).toEqual(new Set([202]))
    expect(await ask(written(11))).toBe(429)
  })
})

describe('an attack on somebody’s address', () => {
  const password = 'correct horse battery'
  const url = () => `http://127.0.0.1:${proxied.port}`
  const post = (path: string, from: string, body: object, cookie = '') =>
    apiClient(url()).post(path, body, { 'x-forwarded-for': from, cookie })
  const deviceOf = ({ headers }: { headers: Headers }) =>
    headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('deskbridge_device='))
      ?.split(';')[0] ?? ''
  const ownerOf = async (more: object = {}) =>
    (await at.somebody('user', { passwordHash: await at.desk.passwords.hash(password), ...more })).user.email

  test('keeps nobody out who signed in on their device before, nor does one on their office', async () => {
    const [office, thief] = ['203.0.113.50', '203.0.113.66']
    const email = await ownerOf()
    const device = deviceOf(await post('/api/auth/login', office, { email, password }))
    for (let index = 0; index < 10; index++) await logIn(url(), thief, String(email))
    await failedFrom(office, maxFromOneAddress)
    const guess = { email, password: 'wrong wrong wrong' }
    expect((await post('/api/auth/login', thief, guess)).status).toBe(429)
    expect((await post('/api/auth/login', office, { email, password })).status).toBe(429)
    expect((await post('/api/auth/login', office, { email, password }, device)).status).toBe(200)
  })

  test('is not helped by a device of one’s own, a forged one, or the token of a session', async () => {
    const [email, thief] = [await ownerOf(), await ownerOf()]
    const from = '203.0.113.67'
    const own = await post('/api/auth/login', from, { email: thief, password })
    const guess = { email, password: 'wrong wrong wrong' }
    const session = `deskbridge_device=${(own.body as { token: string }).token}`
    for (const cookie of [deviceOf(own), session, `${deviceOf(own)}x`, 'deskbridge_device=', ''])
      for (let index = 0; index < 2; index++)
        expect((await post('/api/auth/login', from, guess, cookie)).status).toBe(401)
    for (const cookie of [deviceOf(own), session, ''])
      expect((await post('/api/auth/login', from, guess, cookie)).status).toBe(429)
    const bearer = { authorization: `Bearer ${deviceOf(own).split('=')[1]}` }
    expect((await apiClient(url()).call('GET', '/api/auth/me', undefined, bearer)).status).toBe(401)
  })

  test('by resets keeps the owner’s device from none, and nobody from signing in', async () => {
    const from = '203.0.113.68'
    const email = await ownerOf()
    const device = deviceOf(await post('/api/auth/login', from, { email, password }))
    const reset = (cookie = '') => post('/api/auth/reset', from, { email }, cookie)
    await Promise.all(Array.from({ length: 10 }, () => reset()))
    for (let index = 0; index < 90; index++)
      await at.desk.attempts.begin({ account: `r${index}`, address: `reset:${from}` })
    expect((await reset()).status).toBe(429)
    expect((await reset(device)).status).toBe(202)
    expect((await post('/api/auth/login', from, { email, password })).status).toBe(200)
  })
})

/** `npm run test:timing` has the figures; here a comparison that is left out would be seen, in a second. */
test('a wrong password for an unknown address takes the time of a comparison, too', async () => {
  const url = `http://127.0.0.1:${proxied.port}`
  const passwordHash = await at.desk.passwords.hash('correct horse battery')
  const { user } = await at.somebody('user', { passwordHash })
  const taken: Record<string, number[]> = { known: [], unknown: [] }
  for (let index = 0; index < 6; index++)
    for (const [kind, times] of Object.entries(taken)) {
      const startedAt = performance.now()
      const email = kind === 'known' ? String(user.email) : `unknown-${index}@example.com`
      expect(await logIn(url, '192.0.2.200', email)).toBe(401)
      times.push(performance.now() - startedAt)
    }
  expect(median(taken.unknown ?? []) / median(taken.known ?? [])).toBeGreaterThan(0.5)
})
