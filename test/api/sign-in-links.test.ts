import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../core/ids.ts'
import { createDeliveryStore } from '../../core/notifications/deliveries/delivery-store.ts'
import type { Mail } from '../../core/notifications/mail/mail.ts'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'
import { mailAboutAccount } from '../support/run-workflows.ts'

let at: DeskInProcess
let now = new Date()
beforeAll(async () => {
  at = await deskInProcess({ now: () => now })
})
beforeEach(() => {
  now = new Date()
})
afterAll(() => at.close())

const password = 'correct horse battery'
const slack = { team: 'T1', user: 'U1' }
type Link = { purpose: string; user: string; name: string; email: string; confirmed: boolean; next: string }
type SignedIn = { user: { id: string; name: string }; token: string }

const ask = async (email: string | null, more: object = {}) =>
  (await at.anonymous.post('/api/auth/sign-in-link', { email, ...more })).status
const inspect = (token: string) => at.anonymous.post<Link>('/api/auth/link', { token })
const redeem = (token: string, more: object = {}) =>
  at.anonymous.post<SignedIn>('/api/auth/redeem', { token, ...more })
const linkFor = (user: string) => at.desk.links.create('sign-in', { user })
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

/** Sends the account's pending mails. @returns the mails */
async function mailsTo(user: string) {
  const mails: Mail[] = []
  const mailer = { send: async (mail: Mail) => `<${mails.push(mail)}@desk.example>` }
  const deliveries = createDeliveryStore(at.database)
  const worker = { desk: at.desk, deliveries, mailer, slack: null, discord: null, gemini: null }
  await mailAboutAccount({ ...worker, appUrl: 'https://desk.example' } as never, user)
  return mails
}
const tokenIn = (mail: Mail | undefined) => String(mail?.text).match(/welcome#([\w-]+)/)?.[1] ?? ''

describe('a mailed sign-in link', () => {
  test('signs in once, without a password, and goes on to the page that was asked for', async () => {
    const { user, api } = await at.somebody('user', { name: 'Uma Berg' })
    expect(await ask(user.email?.toUpperCase() ?? '', { next: '/tickets/42?tab=2' })).toBe(202)
    const [mail, ...more] = await mailsTo(user._id)
    expect(more).toEqual([])
    expect(mail).toMatchObject({ subject: 'Your sign-in link for Deskbridge' })
    expect(mail?.text).toContain('Hello Uma Berg,')
    const token = tokenIn(mail)
    const link = { purpose: 'sign-in', user: user._id, email: user.email, next: '/tickets/42?tab=2' }
    expect((await inspect(token)).body).toMatchObject(link)
    const signedIn = await redeem(token)
    expect(signedIn).toMatchObject({ status: 200, body: { user: { id: user._id } } })
    expect(signedIn.headers.getSetCookie().join()).toContain('deskbridge_session=')
    expect([(await redeem(token)).status, (await inspect(token)).status]).toEqual([400, 400])
    expect((await api.get('/api/auth/me')).status).toBe(200)
    const { entries } = (await (await at.somebody('admin')).api.get<{ entries: object[] }>('/api/audit')).body
    expect(entries).toContainEqual(expect.objectContaining({ action: 'link-followed', note: 'sign-in' }))
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'sign-in-link-asked', note: user.email?.toUpperCase() }),
    )
  })

  test('is stored as a hash only, and neither GET nor HEAD uses it up', async () => {
    const { user } = await at.somebody('user')
    const token = await linkFor(user._id)
    expect(JSON.stringify(await at.database.links.find().lean())).not.toContain(token)
    for (const method of ['GET', 'HEAD'])
      for (const path of [`/welcome?${token}`, '/api/auth/link', '/api/auth/redeem'])
        await fetch(at.url + path, { method })
    await inspect(token)
    expect((await redeem(token)).status).toBe(200)
  })

  test('pressed twice at once signs in once', async () => {
    const { user } = await at.somebody('user')
    const token = await linkFor(user._id)
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(token)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(400)])
  })

  test('expires after 15 minutes', async () => {
    const { user } = await at.somebody('user')
    const [first, second] = [await linkFor(user._id), await linkFor(user._id)]
    later(14.9)
    expect((await inspect(first)).status).toBe(200)
    later(0.2)
    expect([(await inspect(first)).status, (await redeem(second)).status]).toEqual([400, 400])
  })

  test('stays valid when another one is asked for, and ends when another one is used', async () => {
    const { user } = await at.somebody('user')
    await ask(user.email)
    const [first] = await mailsTo(user._id)
    await ask(user.email)
    const [second] = await mailsTo(user._id)
    expect((await redeem(tokenIn(first))).status).toBe(200)
    expect((await redeem(tokenIn(second))).status).toBe(400)
  })

  test.each(['reset', 'change'] as const)('ends with a new password, by %s', async (how) => {
    const passwordHash = await at.desk.passwords.hash(password)
    const { user, api } = await at.somebody('user', { passwordHash })
    const links = [await linkFor(user._id), await at.desk.links.create('slack-sign-in', { user: user._id })]
    const chosen = { password: 'staple correct horse' }
    if (how === 'change') await api.post('/api/auth/password', { current: password, ...chosen })
    else await redeem(await at.desk.links.create('reset', { user: user._id }), chosen)
    for (const link of links) expect((await redeem(link)).status).toBe(400)
  })

  test('keeps other sessions and the password', async () => {
    const passwordHash = await at.desk.passwords.hash(password)
    const { user, api } = await at.somebody('user', { passwordHash })
    await redeem(await linkFor(user._id), { password: 'chosen by a stranger', name: 'Stranger' })
    expect((await api.get('/api/auth/me')).status).toBe(200)
    expect(await at.desk.users.find(user._id)).toMatchObject({ passwordHash, name: user.name })
  })

  test('comes to an account that never had a password, and to none that is deactivated', async () => {
    const fromSlack = await at.somebody('user', { slack: { team: 'T1', user: 'U9' } })
    await ask(fromSlack.user.email)
    expect(await mailsTo(fromSlack.user._id)).toHaveLength(1)
    const left = await at.somebody('user', { active: false })
    expect(await ask(left.user.email)).toBe(202)
    expect(await mailsTo(left.user._id)).toEqual([])
    expect((await redeem(await linkFor(left.user._id))).status).toBe(400)
  })

  test('confirms an address, and keeps nothing that whoever signed it up chose', async () => {
    const passwordHash = await at.desk.passwords.hash(password)
    const pending = [{ id: 'p1', name: 'Thief', at: now }]
    const { user } = await at.somebody('user', { name: 'Thief', emailVerified: false, pending, passwordHash })
    const confirm = await at.desk.links.create('confirm', { user: user._id, pending: 'p1' })
    await ask(user.email)
    const [mail] = await mailsTo(user._id)
    expect(mail?.text + String(mail?.html)).not.toMatch(/hello thief/i)
    expect((await inspect(tokenIn(mail))).body).toMatchObject({ confirmed: false })
    const signedIn = await redeem(tokenIn(mail), { name: 'Vic Tim' })
    expect(signedIn.body.user).toMatchObject({ name: 'Vic Tim' })
    const stored = await at.desk.users.find(user._id)
    expect(stored).toMatchObject({ emailVerified: true, pending: [], passwordHash: null })
    expect((await at.anonymous.post('/api/auth/login', { email: user.email, password })).status).toBe(401)
    expect((await redeem(confirm, { password })).status).toBe(400)
  })

  test('leads to no other site', async () => {
    const { user } = await at.somebody('user')
    await ask(user.email, { next: '//evil.example' })
    const [mail] = await mailsTo(user._id)
    expect((await inspect(tokenIn(mail))).body.next).toBe('/')
  })
})

describe('asking for a sign-in link', () => {
  test('answers the same for known, unknown, deactivated and unconfirmed addresses', async () => {
    const emails = [
      (await at.somebody('user')).user.email,
      (await at.somebody('user', { active: false })).user.email,
      (await at.somebody('user', { emailVerified: false })).user.email,
      'nobody@example.com',
    ]
    const answers = await Promise.all(
      emails.map((email) => at.anonymous.post('/api/auth/sign-in-link', { email })),
    )
    const { status, body } = answers[0] ?? {}
    expect(status).toBe(202)
    for (const answer of answers) expect(answer).toMatchObject({ status, body })
  })

  test('by a stranger keeps nobody out: not from a password, nor on a device that was signed in before', async () => {
    const passwordHash = await at.desk.passwords.hash(password)
    const { user } = await at.somebody('user', { passwordHash })
    const logIn = () => at.anonymous.post('/api/auth/login', { email: user.email, password })
    const cookie = (await logIn()).headers
      .getSetCookie()
      .find((one) => one.includes('device'))
      ?.split(';')[0]
    const statuses = []
    for (let index = 0; index < 5; index++) statuses.push(await ask(user.email))
    expect(statuses).toContain(429)
    const known = await at.anonymous.post(
      '/api/auth/sign-in-link',
      { email: user.email },
      { cookie: cookie ?? '' },
    )
    expect(known.status).toBe(202)
    expect((await logIn()).status).toBe(200)
  })

  test('signing up with a known address mails such a link', async () => {
    const { user } = await at.somebody('user', { slack })
    await at.anonymous.post('/api/auth/signup', { email: user.email, name: 'Somebody' })
    const [mail] = await mailsTo(user._id)
    expect(mail?.text).toContain('already have one')
    expect(mail?.text).not.toContain('Somebody')
    expect((await redeem(tokenIn(mail))).status).toBe(200)
  })
})

test.each(['sign-in', 'slack-sign-in'] as const)(
  'a %s link is one factor: a second one is still asked for',
  async (purpose) => {
    const { user } = await at.somebody('admin')
    const secondFactor = { id: '1', secret: 'sealed', since: now, lastStep: 0, recoveryCodes: [] }
    await at.database.users.updateOne({ _id: user._id }, { secondFactor })
    const asked = await redeem(await at.desk.links.create(purpose, { user: user._id }))
    expect(asked).toMatchObject({ status: 202, body: { secondFactor: {} } })
    expect(asked.headers.getSetCookie()).toEqual([])
  },
)

describe('a link from Slack', () => {
  const fromSlack = (user: string, handle = slack) =>
    at.desk.links.create('slack-sign-in', { user, slack: handle, next: '/tickets/1' })

  test('signs in whoever pressed the button, also without an address', async () => {
    const handle = { team: 'T1', user: 'U2' }
    const { user } = await at.desk.users.insert(
      { _id: newId(), email: null, name: 'Uma Berg', slack: handle },
      now,
    )
    const token = await fromSlack(user._id, handle)
    expect((await inspect(token)).body).toMatchObject({ name: 'Uma Berg', email: null, next: '/tickets/1' })
    expect((await redeem(token)).status).toBe(200)
    expect((await redeem(token)).status).toBe(400)
  })

  test('ends when the Slack account is unlinked, linked to another account, or the account deactivated', async () => {
    const handle = { team: 'T1', user: 'U3' }
    const { user } = await at.somebody('user', { slack: handle })
    const [first, second] = [await fromSlack(user._id, handle), await fromSlack(user._id, handle)]
    await at.database.users.updateOne({ _id: user._id }, { $unset: { slack: 1 } })
    expect((await redeem(first)).status).toBe(400)
    await at.somebody('user', { slack: handle })
    expect((await redeem(first)).status).toBe(400)
    await at.database.users.updateOne({ _id: user._id }, { $set: { slack: handle, active: false } })
    expect((await redeem(second)).status).toBe(400)
  })

  test('expires after 10 minutes', async () => {
    const { user } = await at.somebody('user', { slack: { team: 'T1', user: 'U4' } })
    const token = await fromSlack(user._id, { team: 'T1', user: 'U4' })
    later(10.1)
    expect((await redeem(token)).status).toBe(400)
  })
})
