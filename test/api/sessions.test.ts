import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSession } from '../../core/users/sign-in/start-session.ts'
import { apiClient } from '../support/api-client.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

type Device = { id: string; createdAt: string; lastUsedAt: string; agent: string | null; current: boolean }
const password = 'correct horse battery'

const devicesOf = async ({ api }: Pick<Known, 'api'>) =>
  (await api.get<{ sessions: Device[] }>('/api/auth/sessions')).body.sessions
const another = async ({ user }: Known) => apiClient(at.url, (await startSession(at.desk, user)).token)
const statusOf = async (api: Known['api']) => (await api.get('/api/auth/me')).status

test('tells one’s own devices: what they say they are, cut, and which of them asks', async () => {
  const ann = await at.somebody('user', { passwordHash: await at.desk.passwords.hash(password) })
  await at.somebody('user')
  const body = { email: ann.user.email, password }
  await at.anonymous.post('/api/auth/login', body, { 'user-agent': `Phone ${'x'.repeat(500)}` })
  const devices = await devicesOf(ann)
  expect(devices).toHaveLength(2)
  expect(devices[0]).toMatchObject({ current: false, agent: `Phone ${'x'.repeat(194)}` })
  expect(devices[1]).toMatchObject({ current: true, agent: null })
  expect(Date.parse(devices[1]?.lastUsedAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
})

test('one of them can be signed out, at once; another’s can’t be, nor be found', async () => {
  const [ann, bob] = [await at.somebody('user'), await at.somebody('user')]
  const phone = await another(ann)
  expect(await statusOf(phone)).toBe(200)
  const phoneId = (await devicesOf(ann)).find(({ current }) => !current)?.id
  expect((await bob.api.remove(`/api/auth/sessions/${phoneId}`)).status).toBe(404)
  expect(await statusOf(phone)).toBe(200)
  expect((await ann.api.remove(`/api/auth/sessions/${phoneId}`)).status).toBe(204)
  expect(await statusOf(phone)).toBe(401)
  expect(await statusOf(ann.api)).toBe(200)
  expect((await ann.api.remove(`/api/auth/sessions/${phoneId}`)).status).toBe(404)
})

test('all others, or all, can be signed out; nobody else’s', async () => {
  const [ann, bob] = [await at.somebody('user'), await at.somebody('user')]
  const [phone, tablet] = [await another(ann), await another(ann)]
  expect((await ann.api.post('/api/auth/logout-all', { keepCurrent: true })).status).toBe(204)
  expect(await Promise.all([phone, tablet, ann.api, bob.api].map(statusOf))).toEqual([401, 401, 200, 200])
  const laptop = await another(ann)
  expect((await ann.api.post('/api/auth/logout-all')).status).toBe(204)
  expect(await Promise.all([laptop, ann.api, bob.api].map(statusOf))).toEqual([401, 401, 200])
  const root = await at.somebody('admin')
  const { entries } = (await root.api.get<{ entries: object[] }>(`/api/audit?about=${ann.user._id}`)).body
  expect(entries).toMatchObject([
    { action: 'sessions-ended', note: 'all' },
    { action: 'sessions-ended', note: 'all others' },
  ])
})

test('an ended session stays, marked, until every process has noticed', async () => {
  const ann = await at.somebody('user')
  const { session } = at.desk.tokens.verify(ann.token)
  expect((await ann.api.post('/api/auth/logout')).status).toBe(204)
  const kept = await at.database.sessions.findById(session).lean()
  expect(kept?.endedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000)
  // what is over is removed by the database at any moment
  expect(kept?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 3_600_000)
})

test('an unused session ends after the idle time and is no longer listed; use keeps it', async () => {
  const [idle, used] = [await at.somebody('user'), await at.somebody('user')]
  const hourMs = 3_600_000
  const ago = (ms: number) => new Date(Date.now() - ms)
  const set = (who: Known, more: object) => at.database.sessions.updateMany({ user: who.user._id }, more)
  await set(idle, { createdAt: ago(50 * hourMs), lastUsedAt: ago(24 * hourMs + 1_000) })
  await set(used, { createdAt: ago(50 * hourMs), lastUsedAt: ago(24 * hourMs - 60_000) })
  expect([await statusOf(idle.api), await statusOf(used.api)]).toEqual([401, 200])
  const listed = async ({ user }: Known) => (await at.desk.sessions.listOf(user._id, new Date(), 100)).length
  expect([await listed(idle), await listed(used)]).toEqual([0, 1])
})
