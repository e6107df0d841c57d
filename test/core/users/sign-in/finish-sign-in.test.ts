import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../core/ids.ts'
import { changeUser } from '../../../../core/users/change-user.ts'
import { finishSignIn, startCheckedSession } from '../../../../core/users/sign-in/finish-sign-in.ts'
import type { User } from '../../../../core/users/user.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

const origin = { surface: 'api', address: '192.0.2.7', agent: null } as const
const password = 'correct horse battery'
const factor = () => ({ id: newId(), secret: 'sealed', since: new Date(), lastStep: 0, recoveryCodes: [] })
const withPassword = async (more: Partial<User> = {}) =>
  (await at.somebody('admin', { passwordHash: await at.desk.passwords.hash(password), ...more })).user

describe('a second factor', () => {
  test('is asked for after the right password, and no session starts', async () => {
    const user = await withPassword({ secondFactor: factor() })
    const answer = await at.anonymous.post('/api/auth/login', { email: user.email, password })
    expect(answer).toMatchObject({ status: 202, body: { secondFactor: { token: expect.any(String) } } })
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('is asked for after a mailed link, too: a reset does not skip it', async () => {
    const user = await withPassword({ secondFactor: factor() })
    const token = await at.desk.links.create('reset', { user: user._id })
    const next = 'staple battery correct'
    const answer = await at.anonymous.post('/api/auth/redeem', { token, password: next })
    expect(answer.status).toBe(202)
    expect((await at.desk.users.find(user._id))?.secondFactor).toEqual(user.secondFactor)
  })

  test('is not revealed to somebody with a wrong password', async () => {
    const answers = []
    for (const user of [await withPassword({ secondFactor: factor() }), await withPassword()])
      answers.push(await at.anonymous.post('/api/auth/login', { email: user.email, password: 'wrong wrong' }))
    const [withFactor, without] = answers.map(({ status, body }) => ({
      status,
      detail: (body as { detail: string }).detail,
    }))
    expect(withFactor).toEqual({ status: 401, detail: 'The address or the password is wrong.' })
    expect(without).toEqual(withFactor)
  })
})

test('the token of a first factor opens nothing', async () => {
  const { user } = await at.somebody('admin')
  const { token } = at.desk.tokens.signFirstFactor({ user: user._id, state: 'any' })
  expect((await at.anonymous.as(token).get('/api/auth/me')).status).toBe(401)
  expect(at.desk.tokens.verifyDevice(token)).toBeNull()
})

test.each<[string, Partial<User>]>([
  ['a new password', { passwordHash: 'another' }],
  ['a second factor', { secondFactor: factor() }],
  ['a deactivation', { active: false }],
])('%s in the meantime refuses the session', async (_name, set) => {
  const { user } = await at.somebody('moderator')
  await changeUser(at.desk, user._id, () => ({ set }))
  for (const start of [finishSignIn, startCheckedSession])
    await expect(start(at.desk, user, origin)).rejects.toMatchObject({ kind: 'unauthenticated' })
  const sessions = await at.desk.sessions.listOf(user._id, new Date(), 10)
  expect(sessions).toHaveLength(1)
})
