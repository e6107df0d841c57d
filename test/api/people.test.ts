import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { User } from '../../core/users/user.ts'
import { anyEntry } from '../support/any-entry.ts'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

const password = 'correct horse battery'
type OneUser = { user: { id: string; name: string; role: string; confirmed: boolean; languages?: string[] } }
type Users = { users: { name: string }[]; next: string | null }

describe('an invitation', () => {
  const ines = { email: 'ines@example.com', name: 'Ines', role: 'moderator' }

  test('makes an account with a pending mail, and its link sets the password', async () => {
    const root = await at.somebody('admin')
    const made = await root.api.post<OneUser>('/api/auth/invite', ines)
    expect(made).toMatchObject({ status: 201, body: { user: { role: 'moderator', confirmed: true } } })
    const { id } = made.body.user
    const pending = async () =>
      (await at.desk.users.find(id))?.outbox
        .map(anyEntry)
        .filter(({ queue }) => queue === 'mail')
        .map(({ topic }) => topic)
    expect(await pending()).toEqual(['account-created'])
    expect(at.relayed).toContainEqual({ owner: 'users', document: id })
    const again = await root.api.post<OneUser>('/api/auth/invite', { ...ines, role: 'admin' })
    expect(again).toMatchObject({ status: 200, body: { user: { id, role: 'admin' } } })
    expect(await pending()).toEqual(['account-created', 'account-created'])
    const token = await at.desk.links.create('invite', { user: id })
    expect((await at.anonymous.post('/api/auth/redeem', { token, password })).status).toBe(200)
    expect((await root.api.post('/api/auth/invite', ines)).status).toBe(409)
    const { entries } = (await root.api.get<{ entries: object[] }>(`/api/audit?about=${id}`)).body
    expect(entries.at(-1)).toMatchObject({
      action: 'account-invited',
      actor: { id: root.user._id },
      changes: [{ field: 'role', from: null, to: 'moderator' }],
    })
  })

  test('counts more than a sign-up that nobody has confirmed, whose password is worth nothing', async () => {
    const root = await at.somebody('admin')
    const email = 'squatted@example.com'
    await at.anonymous.post('/api/auth/signup', { email, name: 'Thief', password })
    const invited = await root.api.post<OneUser>('/api/auth/invite', { email, name: 'Sam', role: 'user' })
    expect(invited.body.user).toMatchObject({ name: 'Sam', confirmed: true })
    expect((await at.anonymous.post('/api/auth/login', { email, password })).status).toBe(401)
    expect((await at.desk.users.findByEmail(email))?.pending).toEqual([])
  })

  test('gives who is known from Slack the role that it names, unless they are the last admin', async () => {
    const other = await deskInProcess()
    const root = await other.somebody('admin', { passwordHash: 'x' })
    const slack = { team: 'T1', user: 'U1' }
    const { user } = await other.somebody('user', { slack })
    const body = { email: user.email, name: 'Anything', role: 'moderator' }
    const invited = await root.api.post<OneUser>('/api/auth/invite', body)
    expect(invited).toMatchObject({ status: 200, body: { user: { role: 'moderator', name: user.name } } })
    expect(await other.desk.users.find(user._id)).toMatchObject({ onDuty: true, slack })
    const { entries } = (await root.api.get<{ entries: object[] }>(`/api/audit?about=${user._id}`)).body
    expect(entries).toMatchObject([
      { action: 'account-invited', changes: [] },
      {
        action: 'account-changed',
        changes: [{ field: 'role', from: 'user', to: 'moderator' }, { field: 'onDuty' }],
      },
    ])
    await other.desk.users.apply(
      (await other.desk.users.find(root.user._id)) as User,
      { set: { passwordHash: null } },
      other.desk.now(),
    )
    const last = { email: root.user.email, name: 'Root', role: 'user' }
    expect((await root.api.post('/api/auth/invite', last)).status).toBe(409)
    await other.close()
  })

  test('is refused for an account that is switched off', async () => {
    const root = await at.somebody('admin')
    const { user } = await at.somebody('user', { active: false })
    const body = { email: user.email, name: 'X', role: 'user' }
    expect((await root.api.post('/api/auth/invite', body)).status).toBe(409)
  })
})

test('one’s own name is changed at once, and nothing else is', async () => {
  const ann = await at.somebody('user')
  expect((await ann.api.post('/api/auth/profile', { name: 'Ann', role: 'admin' })).status).toBe(400)
  expect((await ann.api.post('/api/auth/profile', { name: '  Ann Lee ' })).status).toBe(200)
  const me = await ann.api.get<OneUser>('/api/auth/me')
  expect(me.body.user).toMatchObject({ name: 'Ann Lee', role: 'user' })
})

test('moderators state the languages that they speak; nobody else does', async () => {
  const [ann, max] = [await at.somebody('user'), await at.somebody('moderator')]
  const state = (who: typeof max, languages: string[]) =>
    who.api.post<OneUser>('/api/auth/profile', { languages })
  expect((await state(max, ['de', 'en', 'de'])).body.user.languages).toEqual(['de', 'en'])
  expect((await max.api.get<OneUser>('/api/auth/me')).body.user).toMatchObject({
    name: max.user.name,
    languages: ['de', 'en'],
  })
  expect((await state(max, [])).body.user.languages).toEqual([])
  expect((await state(max, ['German'])).status).toBe(400)
  expect((await state(ann, ['de'])).status).toBe(403)
  expect((await max.api.post('/api/auth/profile', {})).status).toBe(400)
})

describe('searching accounts', () => {
  test('finds by the start of a name, of a word in it, or of an address, whatever the case', async () => {
    const root = await at.somebody('admin', { name: 'Root' })
    for (const [name, email] of [
      ['Ada Lovelace', 'countess@example.com'],
      ['Adam Smith', 'adam@example.com'],
      ['Grace 😀 Hopper', 'grace@example.com'],
      ['Łucja Ädam', 'lucja@example.com'],
    ] as const)
      await at.somebody('user', { name, email })
    const found = async (search: string) => {
      const query = new URLSearchParams({ search })
      const answer = await root.api.get<Users>(`/api/auth/users?${query}`)
      return answer.body.users?.map(({ name }) => name) ?? answer.status
    }
    expect(await found('ada')).toEqual(['Ada Lovelace', 'Adam Smith'])
    expect(await found('LOVE')).toEqual(['Ada Lovelace'])
    expect(await found(' ada  lov')).toEqual(['Ada Lovelace'])
    expect(await found('Countess@')).toEqual(['Ada Lovelace'])
    expect(await found('grace ')).toEqual(['Grace 😀 Hopper'])
    expect(await found('grace 😀')).toEqual(['Grace 😀 Hopper'])
    expect(await found('łu')).toEqual(['Łucja Ädam'])
    expect(await found('dam')).toEqual([])
    expect(await found('.*')).toEqual([])
    expect(await found(' ')).toBe(400)
  })

  test('is paged, and finds a renamed person under the new name only', async () => {
    const root = await at.somebody('admin')
    const people = [
      await at.somebody('user', { name: 'Zoe A' }),
      await at.somebody('user', { name: 'Zoe B' }),
    ]
    const first = await root.api.get<Users>('/api/auth/users?search=zoe&limit=1')
    expect(first.body.users.map(({ name }) => name)).toEqual(['Zoe A'])
    const second = await root.api.get<Users>(`/api/auth/users?search=zoe&limit=1&after=${first.body.next}`)
    expect(second.body).toMatchObject({ users: [{ name: 'Zoe B' }], next: null })
    await people[0]?.api.post('/api/auth/profile', { name: 'Yves' })
    const after = await root.api.get<Users>('/api/auth/users?search=zoe')
    expect(after.body.users.map(({ name }) => name)).toContain('Zoe B')
    expect((await root.api.get<Users>('/api/auth/users?search=yves')).body.users).toHaveLength(1)
  })
})
