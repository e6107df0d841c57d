import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createProvider } from '../../core/users/openid/provider.ts'
import { type Fault, startOpenIdProvider } from '../doubles/openid/openid-provider.ts'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'
import { codeFrom, setUpSecondFactor } from '../support/second-factor.ts'

const client = { clientId: 'desk', clientSecret: 'a secret of the desk', redirectUri: '' }
const atSlack = { ...client }
let at: DeskInProcess
let now = new Date()
let provider: Awaited<ReturnType<typeof startOpenIdProvider>>
let slack: Awaited<ReturnType<typeof startOpenIdProvider>>
beforeAll(async () => {
  provider = await startOpenIdProvider(client)
  slack = await startOpenIdProvider(atSlack)
  at = await deskInProcess({
    now: () => now,
    signUp: { domains: ['example.com'] },
    providers: (url) => {
      client.redirectUri = `${url}/api/auth/openid/sso/callback`
      atSlack.redirectUri = `${url}/api/auth/openid/slack/callback`
      const sso = {
        id: 'sso',
        name: 'Example',
        issuer: provider.issuer,
        domains: ['example.com', 'example.org'],
      }
      const team = {
        id: 'slack',
        name: 'Slack',
        issuer: slack.issuer,
        domains: null,
        slackTeam: async () => 'T1',
      }
      return [createProvider({ ...client, ...team }, url), createProvider({ ...client, ...sso }, url)]
    },
  })
})
afterEach(() => {
  now = new Date()
  provider.fail(null)
})
afterAll(async () => {
  await at.close()
  await provider.close()
  await slack.close()
})

type Browser = { cookie: string }
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
const visit = (url: string, { cookie }: Browser = { cookie: '' }) =>
  fetch(url, { redirect: 'manual', headers: { cookie } })

/** Presses the button. @returns where the browser is sent, and its cookies */
async function begin(id = 'sso', next = '/tickets') {
  const answer = await visit(`${at.url}/api/auth/openid/${id}?${new URLSearchParams({ next })}`)
  return { status: answer.status, to: answer.headers.get('location') ?? '', cookie: cookiesOf(answer) }
}

/** Comes back from the provider. */
async function comeBack(url: string, browser: Browser) {
  const answer = await visit(url, browser)
  return { status: answer.status, to: answer.headers.get('location') ?? '', cookie: cookiesOf(answer) }
}

async function signIn(claims: object, { id = 'sso', next = '/tickets' } = {}) {
  const begun = await begin(id, next)
  return comeBack((id === 'sso' ? provider : slack).agree(begun.to, claims), begun)
}

const me = async ({ cookie }: Browser) => {
  const answer = await visit(`${at.url}/api/auth/me`, { cookie })
  return answer.ok
    ? ((await answer.json()) as { user: { id: string; email: string; name: string } }).user
    : null
}
let subjects = 0
const person = (more: object = {}) => {
  const sub = `subject-${++subjects}`
  return { sub, email: `${sub}@example.com`, email_verified: true, name: 'Ada Lovelace', ...more }
}

describe('signing in with another provider', () => {
  test('makes an account for a confirmed address, and finds it again by the subject after a new address', async () => {
    const claims = person()
    const first = await signIn(claims, { next: '/tickets/42?tab=2' })
    expect(first).toMatchObject({ status: 303, to: '/tickets/42?tab=2' })
    const user = await me(first)
    expect(user).toMatchObject({ email: claims.email, name: 'Ada Lovelace' })
    const again = await signIn({ ...claims, email: 'ada.king@example.com' })
    expect((await me(again))?.id).toBe(user?.id)
    expect(provider.refused).toEqual([])
  })

  test('finds an account by its address, keeps its password, and notes whose it is', async () => {
    const { user } = await at.somebody('moderator', { passwordHash: 'a hash', name: 'Max Moe' })
    const claims = person({ email: user.email?.toUpperCase() })
    expect((await me(await signIn(claims)))?.id).toBe(user._id)
    const openId = [`${provider.issuer} ${claims.sub}`]
    expect(await at.desk.users.find(user._id)).toMatchObject({
      passwordHash: 'a hash',
      name: 'Max Moe',
      openId,
    })
    const { entries } = (await (await at.somebody('admin')).api.get<{ entries: object[] }>('/api/audit')).body
    expect(entries).toContainEqual(
      expect.objectContaining({ changes: [{ field: 'signInWith', from: null, to: 'sso' }] }),
    )
  })

  test('takes an address that nobody confirmed from whoever signed it up', async () => {
    const pending = [{ id: 'p1', name: 'Thief', at: now }]
    const more = { emailVerified: false, pending, passwordHash: 'the thief’s', name: 'Thief' }
    const { user } = await at.somebody('user', more)
    expect((await me(await signIn(person({ email: user.email }))))?.id).toBe(user._id)
    const stored = await at.desk.users.find(user._id)
    expect(stored).toMatchObject({
      emailVerified: true,
      pending: [],
      passwordHash: null,
      name: 'Ada Lovelace',
    })
  })

  test('makes one account when somebody comes in twice at once', async () => {
    const claims = person()
    const both = await Promise.all([signIn(claims), signIn(claims), signIn(claims)])
    const ids = await Promise.all(both.map(async (one) => (await me(one))?.id))
    expect(new Set(ids).size).toBe(1)
    expect(ids[0]).toBeDefined()
  })

  test.each<[string, object, string]>([
    ['an address that the provider has not confirmed', { email_verified: false }, 'unconfirmed-address'],
    ['one of which it says nothing', { email_verified: undefined }, 'unconfirmed-address'],
    ['no address', { email: undefined }, 'unconfirmed-address'],
    ['an address at a foreign domain', { email: 'ada@evil.example' }, 'domain'],
    ['one that only ends like an allowed one', { email: 'ada@notexample.com' }, 'domain'],
    ['a subdomain', { email: 'ada@mail.example.com' }, 'domain'],
    ['a domain that may sign in, but not sign up', { email: 'ada@example.org' }, 'sign-up'],
  ])('refuses %s', async (_, more, problem) => {
    const refused = await signIn(person(more))
    expect(refused).toMatchObject({ status: 303, to: `/login?problem=${problem}` })
    expect(await me(refused)).toBeNull()
  })

  test('refuses a deactivated account, found by address or by subject', async () => {
    const claims = person()
    const user = await me(await signIn(claims))
    await at.database.users.updateOne({ _id: user?.id ?? '' }, { active: false })
    expect((await signIn(claims)).to).toBe('/login?problem=deactivated')
    expect((await signIn(person({ email: claims.email }))).to).toBe('/login?problem=deactivated')
  })

  test.each<Fault>([
    'wrong nonce',
    'wrong audience',
    'wrong issuer',
    'no signature',
    'symmetric signature',
    'foreign key',
    'expired',
    'mix-up',
  ])('refuses an answer with this fault: %s', async (fault) => {
    provider.fail(fault)
    const refused = await signIn(person())
    expect(refused).toMatchObject({ status: 303, to: '/login?problem=untrusted' })
    expect(await me(refused)).toBeNull()
  })

  test('says so when the provider is down, and works again once it is up', async () => {
    const begun = await begin()
    const back = provider.agree(begun.to, person())
    provider.fail('broken')
    expect((await comeBack(back, begun)).to).toBe('/login?problem=unreachable')
    provider.fail(null)
    expect((await signIn(person())).to).toBe('/tickets')
  })

  test('waits for a slow provider no longer than 5 s', async () => {
    const begun = await begin()
    const back = provider.agree(begun.to, person())
    provider.fail('slow')
    const startedAt = performance.now()
    expect((await comeBack(back, begun)).to).toBe('/login?problem=unreachable')
    expect(performance.now() - startedAt).toBeLessThan(6_500)
  }, 15_000)

  test('uses a code once', async () => {
    const begun = await begin()
    const back = provider.agree(begun.to, person())
    expect((await comeBack(back, begun)).to).toBe('/tickets')
    expect((await comeBack(back, begun)).to).toBe('/login?problem=untrusted')
  })

  test('needs the browser that began, within ten minutes', async () => {
    const [mine, theirs] = [await begin(), await begin()]
    const back = provider.agree(theirs.to, person())
    expect((await comeBack(back, { cookie: '' })).to).toBe('/login?problem=expired')
    expect((await comeBack(back, mine)).to).toBe('/login?problem=expired')
    expect((await comeBack(back, { cookie: 'deskbridge_openid=forged' })).to).toBe('/login?problem=expired')
    const other = back.replace('/openid/sso/', '/openid/slack/')
    expect((await comeBack(other, theirs)).to).toBe('/login?problem=expired')
    now = new Date(now.getTime() + 10.1 * 60_000)
    expect((await comeBack(back, theirs)).to).toBe('/login?problem=expired')
  })

  test.each([
    ['access_denied', 'cancelled'],
    ['temporarily_unavailable', 'unreachable'],
    ['<script>alert(1)</script>', 'untrusted'],
  ])('says what the provider’s error %s means', async (error, problem) => {
    const begun = await begin()
    const state = new URL(begun.to).searchParams.get('state') ?? ''
    const query = new URLSearchParams({ error, state, iss: provider.issuer })
    expect((await comeBack(`${client.redirectUri}?${query}`, begun)).to).toBe(`/login?problem=${problem}`)
  })

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/api/auth/openid/sso'])(
    'leads to no other place: %s',
    async (next) => expect((await signIn(person(), { next })).to).toBe('/'),
  )

  test('begins at the address that the provider sends back to, whichever the desk was opened by', async () => {
    const elsewhere = at.url.replace('127.0.0.1', 'localhost')
    const moved = await visit(`${elsewhere}/api/auth/openid/sso?next=/profile`)
    expect(moved.headers.getSetCookie()).toEqual([])
    const to = moved.headers.get('location') ?? ''
    expect(to).toBe(`${at.url}/api/auth/openid/sso?next=%2Fprofile&moved=1`)
    const begun = await visit(to)
    expect(begun.headers.get('location')).toMatch(new RegExp(`^${provider.issuer}/authorize`))
    // A proxy that changes the host sends nobody in circles.
    const again = await visit(to.replace(at.url, elsewhere))
    expect(again.headers.get('location')).toMatch(new RegExp(`^${provider.issuer}/authorize`))
  })

  test('keeps its checks in a cookie that scripts and other sites don’t get', async () => {
    const answer = await visit(`${at.url}/api/auth/openid/sso`)
    expect(answer.headers.getSetCookie().join()).toMatch(/deskbridge_openid=.*HttpOnly; SameSite=Lax/)
    const state = new URL(answer.headers.get('location') ?? '').searchParams.get('state') ?? 'none'
    expect(answer.headers.getSetCookie().join()).not.toContain(state)
  })

  test('still asks for the second factor, unless the provider has asked for several', async () => {
    const { user } = await at.somebody('admin')
    const secondFactor = { id: '1', secret: 'sealed', since: now, lastStep: 0, recoveryCodes: [] }
    await at.database.users.updateOne({ _id: user._id }, { secondFactor })
    const claims = person({ email: user.email })
    const asked = await signIn(claims, { next: '/all' })
    expect(asked.to).toMatch(/^\/login\/continue#token=.*&to=%2Fall$/)
    expect(await me(asked)).toBeNull()
    expect(await me(await signIn({ ...claims, amr: ['pwd', 'otp'] }))).toBeNull()
    expect((await me(await signIn({ ...claims, amr: ['pwd', 'mfa'] })))?.id).toBe(user._id)
  })

  test('signs in only after the code, and goes on to the page that was asked for', async () => {
    const { user, api } = await at.somebody('moderator')
    const { key } = await setUpSecondFactor(api)
    const asked = await signIn(person({ email: user.email }), { next: '/queue?tab=2' })
    const handed = new URLSearchParams(asked.to.split('#')[1])
    expect(asked.to).toMatch(/^\/login\/continue#/)
    expect(handed.get('to')).toBe('/queue?tab=2')
    expect(asked.cookie).not.toMatch(/deskbridge_session|deskbridge_device/)
    const token = handed.get('token') ?? ''
    expect((await at.anonymous.as(token).get('/api/auth/me')).status).toBe(401)
    const enter = (code: string) => at.anonymous.post('/api/auth/login/code', { token, code })
    expect((await enter('000000')).status).toBe(400)
    const entered = await enter(codeFrom(key, 1))
    expect(entered).toMatchObject({ status: 200, body: { user: { id: user._id } } })
    expect(entered.headers.getSetCookie().join()).toMatch(/deskbridge_session=/)
    expect((await enter(codeFrom(key, 1))).status).toBe(400)
  })

  test('is offered by name, and nowhere but where it is configured', async () => {
    const { body } = await at.anonymous.get('/api/auth/providers')
    expect(body).toEqual({
      providers: [
        { id: 'slack', name: 'Slack' },
        { id: 'sso', name: 'Example' },
      ],
    })
    expect((await visit(`${at.url}/api/auth/openid/other`)).status).toBe(404)
  })
})

describe('signing in with Slack', () => {
  const ofSlack = (user: string, more: object = {}) =>
    person({ 'https://slack.com/user_id': user, 'https://slack.com/team_id': 'T1', ...more })
  const options = { id: 'slack' }

  test('finds the account that the person has on Slack, whatever the sign-up rule', async () => {
    const handle = { team: 'T1', user: 'U1' }
    const { user } = await at.somebody('user', { slack: handle })
    expect((await me(await signIn(ofSlack('U1', { email: 'else@elsewhere.example' }), options)))?.id).toBe(
      user._id,
    )
    const fresh = await me(await signIn(ofSlack('U2', { email: 'uma@elsewhere.example' }), options))
    expect(fresh).toMatchObject({ email: 'uma@elsewhere.example', name: 'Ada Lovelace' })
    expect((await at.desk.users.findBySlack('T1', 'U2'))?._id).toBe(fresh?.id)
  })

  test('joins it to the account with the same address', async () => {
    const { user } = await at.somebody('user')
    expect((await me(await signIn(ofSlack('U3', { email: user.email }), options)))?.id).toBe(user._id)
    expect((await at.desk.users.findBySlack('T1', 'U3'))?._id).toBe(user._id)
  })

  test.each([
    ['another workspace', { 'https://slack.com/team_id': 'T2' }, 'workspace'],
    ['no workspace', { 'https://slack.com/team_id': undefined }, 'workspace'],
    ['an unconfirmed address', { email_verified: false }, 'unconfirmed-address'],
  ])('refuses %s', async (_, more, problem) => {
    expect((await signIn(ofSlack('U4', more), options)).to).toBe(`/login?problem=${problem}`)
    expect(await at.desk.users.findBySlack('T1', 'U4')).toBeNull()
  })

  test('refuses a deactivated account', async () => {
    await at.somebody('user', { slack: { team: 'T1', user: 'U5' }, active: false })
    expect((await signIn(ofSlack('U5'), options)).to).toBe('/login?problem=deactivated')
  })
})
