import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from '../../core/desk.ts'
import { createDeliveryStore } from '../../core/notifications/deliveries/delivery-store.ts'
import type { Mail } from '../../core/notifications/mail/mail.ts'
import { redeemLink } from '../../core/users/mail-links/redeem-link.ts'
import { changePassword } from '../../core/users/sign-in/change-password.ts'
import { startSession } from '../../core/users/sign-in/start-session.ts'
import { apiClient } from '../support/api-client.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'
import { mailAboutAccount, maintainAccount } from '../support/run-workflows.ts'

let at: DeskInProcess
let passwordHash: string
beforeAll(async () => {
  at = await deskInProcess()
  passwordHash = await at.desk.passwords.hash(password)
})
afterAll(() => at.close())

const password = 'correct horse battery'
const next = 'staple correct horse'
type SignedIn = { token: string }
type Wrong = { errors: { field: string }[] }

const withPassword = (more: object = {}) => at.somebody('user', { passwordHash, ...more })
const another = async ({ user }: Known) => apiClient(at.url, (await startSession(at.desk, user)).token)
const logIn = async ({ user }: Known, given: string) =>
  (await at.anonymous.post('/api/auth/login', { email: user.email, password: given })).status
const statusOf = async (api: Known['api']) => (await api.get('/api/auth/me')).status

describe('changing one’s own password', () => {
  test('takes the current one, ends all other sessions, and leaves no old link', async () => {
    const ann = await withPassword()
    const phone = await another(ann)
    const invite = await at.desk.links.create('invite', { user: ann.user._id })
    const wrong = await ann.api.post<Wrong>('/api/auth/password', { current: 'a guess', password: next })
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ field: 'current' }] } })
    expect(await logIn(ann, next)).toBe(401)
    const changed = await ann.api.post('/api/auth/password', { current: password, password: next })
    expect(changed.status).toBe(204)
    expect(await Promise.all([ann.api, phone].map(statusOf))).toEqual([200, 401])
    expect([await logIn(ann, password), await logIn(ann, next)]).toEqual([401, 200])
    const redeemed = await at.anonymous.post('/api/auth/redeem', { token: invite, password: 'my own choice' })
    expect(redeemed.status).toBe(400)
  })

  test('ends the other sessions also when the desk dies right after it', async () => {
    const ann = await withPassword()
    const phone = await another(ann)
    const { session } = at.desk.tokens.verify(ann.token)
    const endOthers = () => Promise.reject(new Error('The desk is gone.'))
    const dying = { ...at.desk, sessions: { ...at.desk.sessions, endOthers } } as unknown as Desk
    const change = { current: password, password: next }
    const origin = { surface: 'web', address: null, agent: null } as const
    await expect(changePassword(dying, ann.user, session, change, origin)).rejects.toThrow('is gone')
    expect(await Promise.all([ann.api, phone].map(statusOf))).toEqual([200, 200])
    await maintainAccount(at, ann.user._id)
    at.desk.sessionCache.forget()
    expect(await Promise.all([ann.api, phone].map(statusOf))).toEqual([200, 401])
    expect((await at.desk.users.find(ann.user._id))?.outbox).toEqual([])
  })

  test('takes no new one that is easy to guess or made of the own name', async () => {
    const ann = await withPassword({ name: 'Bronislava Kowalska' })
    const change = (to: string) =>
      ann.api.post<Wrong>('/api/auth/password', { current: password, password: to })
    for (const weak of ['password123', 'bronislava1', 'Kowalska2026', String(ann.user.email)])
      expect(await change(weak)).toMatchObject({ status: 400, body: { errors: [{ field: 'password' }] } })
    expect((await change(next)).status).toBe(204)
  })

  test('can’t be guessed at: the 11th try is refused, the right one too', async () => {
    const ann = await withPassword()
    const change = (current: string) => ann.api.post('/api/auth/password', { current, password: next })
    for (let index = 0; index < 10; index++) expect((await change(`guess ${index}`)).status).toBe(400)
    expect((await change(password)).status).toBe(429)
  })

  test('of two at once with the same current password one wins', async () => {
    const ann = await withPassword()
    const change = (to: string) => ann.api.post('/api/auth/password', { current: password, password: to })
    const statuses = await Promise.all(
      [change('the first of two'), change('the other of two')].map(async (asked) => (await asked).status),
    )
    expect(statuses.toSorted()).not.toEqual([204, 204])
    expect(statuses).toContain(204)
  })
})

/** Sends the account's pending mails. @returns the mails */
async function mailsTo({ user }: Known) {
  const mails: Mail[] = []
  const mailer = { send: async (mail: Mail) => `<${mails.push(mail)}@desk.example>` }
  const deliveries = createDeliveryStore(at.database)
  const worker = { desk: at.desk, deliveries, mailer, slack: null, discord: null, gemini: null }
  await mailAboutAccount({ ...worker, appUrl: 'https://desk.example' } as never, user._id)
  return mails
}
const tokenIn = (mail: Mail | undefined) => String(mail?.text).match(/welcome#([\w-]+)/)?.[1] ?? ''
const ask = (email: string | null) => at.anonymous.post('/api/auth/reset', { email })

describe('a forgotten password', () => {
  test('is replaced by a mailed link: once, ending every session', async () => {
    const ann = await withPassword()
    expect((await ask(ann.user.email?.toUpperCase() ?? '')).status).toBe(202)
    await ask(ann.user.email)
    const [mail, ...more] = await mailsTo(ann)
    expect(more).toEqual([])
    const token = tokenIn(mail)
    const link = await at.anonymous.post('/api/auth/link', { token })
    expect(link.body).toMatchObject({ purpose: 'reset', email: ann.user.email })
    const missing = await at.anonymous.post<Wrong>('/api/auth/redeem', { token })
    expect(missing.body.errors[0]?.field).toBe('password')
    const done = await at.anonymous.post<SignedIn>('/api/auth/redeem', { token, password: next })
    expect(done.status).toBe(200)
    expect(await statusOf(ann.api)).toBe(401)
    expect(await statusOf(apiClient(at.url, done.body.token))).toBe(200)
    await maintainAccount(at, ann.user._id)
    at.desk.sessionCache.forget()
    expect(await statusOf(apiClient(at.url, done.body.token))).toBe(200)
    expect(
      (await at.anonymous.post('/api/auth/redeem', { token, password: 'once more, please' })).status,
    ).toBe(400)
    expect([await logIn(ann, password), await logIn(ann, next)]).toEqual([401, 200])
  })

  test('revokes all API keys with the old password, unless the person keeps them, also when the desk dies', async () => {
    const withKey = async () => {
      const ann = await withPassword()
      const made = await ann.api.post<{ secret: string }>('/api/auth/api-keys', {
        name: 'K',
        scopes: ['users:read'],
      })
      const token = await at.desk.links.create('reset', { user: ann.user._id })
      return { ann, key: apiClient(at.url, made.body.secret), token }
    }
    const redeem = (body: object) => at.anonymous.post('/api/auth/redeem', { password: next, ...body })
    const [gone, kept, dying] = [await withKey(), await withKey(), await withKey()]
    expect((await redeem({ token: gone.token })).status).toBe(200)
    expect((await redeem({ token: kept.token, keepApiKeys: true })).status).toBe(200)
    expect([await statusOf(gone.key), await statusOf(kept.key)]).toEqual([401, 200])
    const revokeAllOf = () => Promise.reject(new Error('The desk is gone.'))
    const died = { ...at.desk, apiKeys: { ...at.desk.apiKeys, revokeAllOf: revokeAllOf as never } }
    const origin = { surface: 'web', address: null, agent: null } as const
    const redeemed = redeemLink(died, origin, { token: dying.token, password: next })
    await expect(redeemed).rejects.toThrow('is gone')
    expect(await statusOf(dying.key)).toBe(200)
    for (const { ann } of [kept, dying]) await maintainAccount(at, ann.user._id)
    at.desk.apiKeyCache.forget()
    expect([await statusOf(kept.key), await statusOf(dying.key)]).toEqual([200, 401])
  })

  test('is not replaced by one that is easy to guess, and the link stays good', async () => {
    const ann = await withPassword({ name: 'Bronislava Kowalczyk', email: 'bk@example.com' })
    const token = await at.desk.links.create('reset', { user: ann.user._id })
    const redeem = (given: string) => at.anonymous.post<Wrong>('/api/auth/redeem', { token, password: given })
    const refused = { status: 400, body: { errors: [{ field: 'password' }] } }
    expect(await redeem('deskbridge2026')).toMatchObject(refused)
    // A name beside it does not hide one's own.
    const own = { token, name: 'Zed', password: 'Bronislava-Kowalczyk1' }
    expect(await at.anonymous.post('/api/auth/redeem', own)).toMatchObject(refused)
    expect((await redeem(next)).status).toBe(200)
  })

  test('of two links the one that is used ends the other', async () => {
    const ann = await withPassword()
    await ask(ann.user.email)
    const first = tokenIn((await mailsTo(ann))[0])
    await ask(ann.user.email)
    const second = tokenIn((await mailsTo(ann))[0])
    expect((await at.anonymous.post('/api/auth/redeem', { token: second, password: next })).status).toBe(200)
    expect((await at.anonymous.post('/api/auth/redeem', { token: first, password })).status).toBe(400)
  })

  test.each([
    ['switched off', { active: false }],
    ['not confirmed', { emailVerified: false }],
  ])('brings no mail to an account that is %s', async (_name, more) => {
    const ann = await withPassword(more)
    expect((await ask(ann.user.email)).status).toBe(202)
    expect(await mailsTo(ann)).toEqual([])
  })

  test('a link of somebody who was deactivated meanwhile is invalid', async () => {
    const ann = await withPassword()
    const token = await at.desk.links.create('reset', { user: ann.user._id })
    const root = await at.somebody('admin')
    await root.api.post('/api/auth/update-user', { id: ann.user._id, active: false })
    expect((await at.anonymous.post('/api/auth/redeem', { token, password: next })).status).toBe(400)
  })

  test('an unknown address can’t be told from a known one, by answer or by time', async () => {
    const ann = await withPassword()
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    const timed = async (who: 'known' | 'unknown') => {
      const started = performance.now()
      const answer = await ask(who === 'known' ? ann.user.email : 'nobody@example.com')
      times[who].push(performance.now() - started)
      expect(answer).toMatchObject({ status: 202, body: { message: expect.stringContaining('If this') } })
    }
    for (let index = 0; index < 9; index++) await Promise.all([timed('known'), timed('unknown')])
    const median = (all: number[]) => all.toSorted((a, b) => a - b)[4] ?? 0
    expect(median(times.known) / median(times.unknown)).toBeGreaterThan(0.95)
    expect(median(times.known) / median(times.unknown)).toBeLessThan(1.05)
    await ask('nobody@example.com')
    expect((await ask('nobody@example.com')).status).toBe(429)
  })
})
