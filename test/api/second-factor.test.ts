import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../core/ids.ts'
import { changeUser } from '../../core/users/change-user.ts'
import { mergeUsers } from '../../core/users/merge-users.ts'
import { resetSecondFactorByTerminal } from '../../core/users/second-factor/reset.ts'
import { startSession } from '../../core/users/sign-in/start-session.ts'
import type { Role } from '../../core/users/user.ts'
import { apiClient } from '../support/api-client.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'
import { maintainAccount } from '../support/run-workflows.ts'
import { codeFrom, setUpSecondFactor } from '../support/second-factor.ts'
import { twoDesks } from '../support/two-desks.ts'

const password = 'correct horse battery'
const path = '/api/auth/second-factor'
let time = new Date()
const later = (ms: number) => {
  time = new Date(time.getTime() + ms)
}
const code = (key: string, steps = 0) => codeFrom(key, steps, time.getTime())

let at: DeskInProcess
let passwordHash: string
beforeAll(async () => {
  at = await deskInProcess({ now: () => time, cheapHashes: true })
  passwordHash = await at.desk.passwords.hash(password)
})
afterAll(() => at.close())

const somebody = (role: Role = 'admin') => at.somebody(role, { passwordHash })

async function withFactor(role: Role = 'admin') {
  const known = await somebody(role)
  return { ...known, ...(await setUpSecondFactor(known.api, time.getTime() - 30_000)) }
}

async function firstStep({ user }: Pick<Known, 'user'>, given = password): Promise<string> {
  const answer = await at.anonymous.post('/api/auth/login', { email: user.email, password: given })
  expect(answer.status).toBe(202)
  return (answer.body as { secondFactor: { token: string } }).secondFactor.token
}
const secondStep = (token: string, code: string) =>
  at.anonymous.post<{ token: string; errors?: object[] }>('/api/auth/login/code', { token, code })
const audited = async ({ user }: Pick<Known, 'user'>) => {
  const root = await at.somebody('admin')
  const found = await root.api.get<{ entries: { action: string }[] }>(`/api/audit?about=${user._id}`)
  return found.body.entries.map(({ action }) => action)
}
const mails = async ({ user }: Pick<Known, 'user'>) =>
  ((await at.desk.users.find(user._id))?.outbox ?? []).flatMap((entry) =>
    entry.kind === 'account-mail' ? entry.topic : [],
  )

describe('setting up', () => {
  test('takes a code, ends other sessions, tells the person, and stores no readable key', async () => {
    const ann = await somebody()
    const other = await at.anonymous.post<{ token: string }>('/api/auth/login', {
      email: ann.user.email,
      password,
    })
    const begun = await ann.api.post<{ key: string; uri: string; setUp: string }>(`${path}/set-up`, {})
    const { key, uri, setUp } = begun.body
    expect(uri).toContain(`secret=${key}`)
    const wrong = await ann.api.post(path, { setUp, code: '000 000' })
    expect([wrong.status, wrong.body.errors]).toMatchObject([400, [{ field: 'code' }]])
    expect((await ann.api.get(path)).body).toEqual({ since: null, recoveryCodesLeft: 0, needed: false })
    const done = await ann.api.post<{ recoveryCodes: string[] }>(path, { setUp, code: code(key) })
    expect(done.status).toBe(201)
    expect(new Set(done.body.recoveryCodes).size).toBe(10)
    expect((await ann.api.get(path)).body).toMatchObject({ since: time.toISOString(), recoveryCodesLeft: 10 })
    expect((await at.anonymous.as(other.body.token).get('/api/auth/me')).status).toBe(401)
    expect(await mails(ann)).toEqual(['second-factor-on'])
    expect((await audited(ann)).toSorted()).toEqual(['second-factor-on', 'signed-in'])
    const stored = JSON.stringify(await at.desk.users.find(ann.user._id))
    for (const secret of [key, ...done.body.recoveryCodes.flatMap((one) => [one, one.replace('-', '')])])
      expect(stored).not.toContain(secret)
    const me = JSON.stringify((await ann.api.get('/api/auth/me')).body)
    expect(me).toContain('"secondFactor":true')
    expect(me).not.toContain('recovery')
  })

  test('asks for the password an hour after signing in', async () => {
    const ann = await somebody()
    later(61 * 60_000)
    const refused = await ann.api.post(`${path}/set-up`, {})
    expect([refused.status, refused.body.errors]).toMatchObject([400, [{ field: 'password' }]])
    expect((await ann.api.post(`${path}/set-up`, { password })).status).toBe(200)
  })

  test('has an end, works for one person only, and can’t replace what is on', async () => {
    const ann = await somebody()
    const bob = await somebody()
    const begin = async () =>
      (await ann.api.post<{ key: string; setUp: string }>(`${path}/set-up`, { password })).body
    const old = await begin()
    expect((await bob.api.post(path, { setUp: old.setUp, code: code(old.key) })).status).toBe(400)
    later(16 * 60_000)
    const late = await ann.api.post(path, { setUp: old.setUp, code: code(old.key) })
    expect([late.status, late.body.errors]).toMatchObject([400, [{ field: 'setUp' }]])
    const [one, two] = [await begin(), await begin()]
    const both = await Promise.all(
      [one, two].map(({ key, setUp }) => ann.api.post(path, { setUp, code: code(key) })),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect((await ann.api.post(`${path}/set-up`, { password })).status).toBe(409)
  })
})

describe('signing in', () => {
  test('takes a code after the password, once, and no earlier one', async () => {
    const ann = await withFactor()
    const token = await firstStep(ann)
    const used = code(ann.key)
    const wrong = await secondStep(token, '000000')
    expect([wrong.status, wrong.body.errors]).toMatchObject([400, [{ field: 'code' }]])
    const done = await secondStep(token, `${used.slice(0, 3)} ${used.slice(3)}`)
    expect(done.status).toBe(200)
    expect(done.headers.get('set-cookie')).toContain('deskbridge_session')
    expect((await at.anonymous.as(done.body.token).get('/api/auth/me')).status).toBe(200)
    expect((await secondStep(token, used)).status).toBe(400)
    expect((await secondStep(token, code(ann.key, -1))).status).toBe(400)
    const failed = 'second-factor-failed'
    expect((await audited(ann)).toSorted()).toEqual([failed, failed, failed, 'second-factor-on', 'signed-in'])
  })

  test('of three who send one code at once, one gets in; so for a recovery code', async () => {
    const ann = await withFactor()
    const token = await firstStep(ann)
    for (const one of [code(ann.key), String(ann.codes[0])]) {
      await at.database.attempts.deleteMany({})
      const all = await Promise.all(Array.from({ length: 3 }, () => secondStep(token, one)))
      expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    }
  })

  test('takes each recovery code once, and says so by mail', async () => {
    const ann = await withFactor()
    const [first = '', second = ''] = ann.codes
    const token = await firstStep(ann)
    const answers = []
    for (const one of [first.toLowerCase().replace('-', ' '), first, second])
      answers.push((await secondStep(token, one)).status)
    expect(answers).toEqual([200, 400, 200])
    expect((await ann.api.get(path)).body).toMatchObject({ recoveryCodesLeft: 8 })
    expect(await mails(ann)).toContain('recovery-code-used')
    expect(await audited(ann)).toContain('recovery-code-used')
  })

  test.each<[string, (ann: Known & { key: string }) => Promise<unknown>]>([
    ['a new password', ({ user }) => changeUser(at.desk, user._id, () => ({ set: { passwordHash: 'x' } }))],
    ['a deactivation', ({ user }) => changeUser(at.desk, user._id, () => ({ set: { active: false } }))],
    [
      'a second factor that was turned off',
      ({ api, key }) => api.post(`${path}/off`, { code: code(key, 1), password }),
    ],
  ])('the first step is void after %s', async (_name, change) => {
    const ann = await withFactor()
    const token = await firstStep(ann)
    await change(ann)
    expect((await secondStep(token, code(ann.key))).status).toBe(401)
  })

  test.each(['', 'x.y.z'])('refuses the token "%s"', async (token) => {
    expect([400, 401]).toContain((await secondStep(token, '123456')).status)
  })

  test('refuses a session’s token and a device’s token in place of the first step', async () => {
    const ann = await withFactor()
    const device = at.desk.tokens.signDevice({ user: ann.user._id, device: 'd' })
    for (const token of [ann.token, device]) expect((await secondStep(token, code(ann.key))).status).toBe(401)
  })
})

test('of two desks on one database that get a code at the same moment, one lets in', async () => {
  const { one, other, close } = await twoDesks()
  const email = 'ann@example.com'
  const { user } = await one.desk.users.insert(
    { _id: newId(), email, name: 'Ann', role: 'admin', emailVerified: true, passwordHash },
    new Date(),
  )
  const { token } = await startSession(one.desk, user)
  const { key } = await setUpSecondFactor(apiClient(one.url, token))
  const begun = await apiClient(other.url).post('/api/auth/login', { email, password })
  const first = (begun.body as { secondFactor: { token: string } }).secondFactor.token
  const answers = await Promise.all(
    [one, other, one, other].map(({ url }) =>
      apiClient(url).post('/api/auth/login/code', { token: first, code: codeFrom(key, 1) }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400, 400])
  await close()
})

describe('guessing codes', () => {
  test('has to wait longer and longer; the right password changes nothing about it', async () => {
    const ann = await withFactor()
    const token = await firstStep(ann)
    for (let nth = 0; nth < 5; nth++) expect((await secondStep(token, '000000')).status).toBe(400)
    await firstStep(ann)
    const waits: (string | null)[] = []
    for (let nth = 0; nth < 9; nth++) {
      const refused = await secondStep(token, code(ann.key))
      expect(refused.status).toBe(429)
      const wait = refused.headers.get('retry-after')
      waits.push(wait)
      later(Number(wait) * 1_000)
      if (nth < 8) expect((await secondStep(token, '000000')).status).toBe(400)
    }
    expect(waits).toEqual(['30', '60', '120', '240', '480', '960', '1920', '3600', '3600'])
    expect((await secondStep(token, code(ann.key))).status).toBe(200)
  })

  test('by somebody else does not keep out a device that was signed in before', async () => {
    const ann = await withFactor()
    const token = await firstStep(ann)
    for (let nth = 0; nth < 6; nth++) await secondStep(token, '000000')
    expect((await secondStep(token, code(ann.key))).status).toBe(429)
    const device = at.desk.tokens.signDevice({ user: ann.user._id, device: 'own' })
    const answer = await at.anonymous.post(
      '/api/auth/login/code',
      { token, code: code(ann.key) },
      { cookie: `deskbridge_device=${device}` },
    )
    expect(answer.status).toBe(200)
  })
})

describe('turning it off, and new recovery codes', () => {
  test('take a code, and the password an hour after signing in', async () => {
    const ann = await withFactor()
    expect((await ann.api.post(`${path}/off`, { code: '000000' })).status).toBe(400)
    const renewed = await ann.api.post<{ recoveryCodes: string[] }>(`${path}/recovery-codes`, {
      code: code(ann.key),
    })
    expect(renewed.status).toBe(201)
    const old = await ann.api.post(`${path}/off`, { code: ann.codes[3] })
    expect(old.status).toBe(400)
    later(61 * 60_000)
    const [fresh] = renewed.body.recoveryCodes
    const asked = await ann.api.post(`${path}/off`, { code: fresh })
    expect([asked.status, asked.body.errors]).toMatchObject([400, [{ field: 'password' }]])
    expect((await ann.api.post(`${path}/off`, { code: fresh, password })).status).toBe(204)
    expect((await ann.api.get('/api/auth/me')).body).toMatchObject({ user: { secondFactor: false } })
    expect(await mails(ann)).toContain('second-factor-off')
    expect((await ann.api.post(`${path}/off`, { code: fresh, password })).status).toBe(409)
    const { user } = ann
    expect((await at.anonymous.post('/api/auth/login', { email: user.email, password })).status).toBe(200)
  })
})

describe('a reset', () => {
  test('by an admin ends the sessions, is told by mail, and is in the audit log', async () => {
    const [root, max] = [await somebody(), await withFactor('moderator')]
    const url = `/api/users/${max.user._id}/second-factor`
    for (const role of ['user', 'moderator'] as const)
      expect((await (await somebody(role)).api.remove(url)).status).toBe(403)
    expect((await root.api.remove(url)).status).toBe(204)
    expect((await max.api.get('/api/auth/me')).status).toBe(401)
    expect(await mails(max)).toContain('second-factor-reset')
    expect(await audited(max)).toContain('second-factor-reset')
    expect((await root.api.remove(url)).status).toBe(409)
  })

  test('of one’s own is refused', async () => {
    const root = await withFactor()
    expect((await root.api.remove(`/api/users/${root.user._id}/second-factor`)).status).toBe(409)
  })

  test('at the terminal helps the last admin; the running desk ends the sessions', async () => {
    const root = await withFactor()
    later(1_000)
    await resetSecondFactorByTerminal(at.desk, String(root.user.email))
    expect((await at.desk.users.find(root.user._id))?.secondFactor).toBeUndefined()
    await maintainAccount(at, root.user._id).catch(() => undefined)
    at.desk.sessionCache.forget()
    expect((await root.api.get('/api/auth/me')).status).toBe(401)
    expect(await audited(root)).toContain('second-factor-reset')
  })
})

test('a survivor of a merge without a second factor gets the other account’s', async () => {
  const [root, gone, survivor] = [await somebody(), await withFactor('user'), await somebody('user')]
  const origin = { surface: 'web', address: null, agent: null } as const
  await mergeUsers(at.desk, root.user, { id: gone.user._id, into: survivor.user._id }, origin)
  await maintainAccount(at, gone.user._id).catch(() => undefined)
  expect((await survivor.api.get('/api/auth/me')).status).toBe(401)
  expect((await secondStep(await firstStep(survivor), code(gone.key))).status).toBe(200)
  expect((await at.desk.users.find(gone.user._id))?.secondFactor).toBeUndefined()
})

describe('where it is required', () => {
  let strict: DeskInProcess
  beforeAll(async () => {
    strict = await deskInProcess({ secondFactor: 'required', cheapHashes: true })
  })
  afterAll(() => strict.close())

  test('staff can only set it up, in sessions and with API keys; then everything opens', async () => {
    const max = await strict.somebody('moderator')
    expect((await max.api.get('/api/auth/me')).body).toMatchObject({ needsSetUp: true })
    for (const url of ['/api/tickets', '/api/auth/sessions', '/api/stream', '/api/auth/api-keys'])
      expect((await max.api.get(url)).status).toBe(403)
    await setUpSecondFactor(max.api)
    expect((await max.api.get('/api/tickets')).status).toBe(200)
    const made = await max.api.post<{ secret: string }>('/api/auth/api-keys', {
      name: 'Monitoring',
      scopes: ['tickets:read'],
    })
    const key = strict.anonymous.as(made.body.secret)
    expect((await key.get('/api/tickets')).status).toBe(200)
    await changeUser(strict.desk, max.user._id, () => ({ set: {}, unset: ['secondFactor'] }))
    strict.desk.sessionCache.forget()
    expect((await key.get('/api/tickets')).status).toBe(403)
  })

  test('employees need none, until they join the staff', async () => {
    const uma = await strict.somebody('user')
    expect((await uma.api.get('/api/tickets')).status).toBe(200)
    await changeUser(strict.desk, uma.user._id, () => ({ set: { role: 'moderator' } }))
    strict.desk.sessionCache.forget()
    expect((await uma.api.get('/api/tickets')).status).toBe(403)
  })
})
