import { describe, expect, test } from 'vitest'
import type { SignUpRule } from '../../../../core/configuration/sign-up-rule.ts'
import { decideAccount, type Known } from '../../../../core/users/openid/decide-account.ts'
import { identityOf } from '../../../../core/users/openid/identity.ts'
import type { User } from '../../../../core/users/user.ts'

const key = 'https://login.example 1'
const ada = { key, email: 'ada@example.com', name: 'Ada Lovelace' }
const nobody: Known = { byKey: null, byEmail: null }
const userOf = (more: Partial<User> = {}) =>
  ({ _id: 'u1', email: ada.email, name: 'Ada', active: true, emailVerified: true, ...more }) as User
const rules = (domains: string[] | null = null, signUp: SignUpRule = 'open') => ({ domains, signUp })
const decide = (known: Known, by = rules(), who = ada) => decideAccount(who, known, by)

describe('whose account it is', () => {
  test('the one that this identity had before, even if the address is another one’s now', () => {
    const [mine, theirs] = [userOf(), userOf({ _id: 'u2' })]
    expect(decide({ byKey: mine, byEmail: theirs })).toEqual({ kind: 'enter', user: mine })
  })

  test('else the one with the address, which keeps its name and password', () => {
    const user = userOf({ openId: ['https://other.example 7'] })
    expect(decide({ byKey: null, byEmail: user })).toEqual({
      kind: 'link',
      user,
      set: { openId: ['https://other.example 7', key] },
    })
  })

  test('of an unconfirmed one nothing is kept', () => {
    const user = userOf({ emailVerified: false, passwordHash: 'x', name: 'Thief' })
    expect(decide({ byKey: null, byEmail: user })).toMatchObject({
      set: { emailVerified: true, pending: [], passwordHash: null, name: 'Ada Lovelace', openId: [key] },
    })
  })

  test.each([
    ['Ada Lovelace', 'Ada Lovelace'],
    ['', 'ada'],
    ['Ada\u202e\nLovelace', 'Ada Lovelace'],
  ])('else a new one, called %j as %j', (name, called) => {
    expect(decide(nobody, rules(), { ...ada, name })).toEqual({
      kind: 'create',
      account: { email: ada.email, name: called, emailVerified: true, openId: [key] },
    })
  })
})

describe('who is refused', () => {
  const known = { byKey: null, byEmail: userOf() }
  test.each<[string, Known, ReturnType<typeof rules>, string]>([
    [
      'a foreign domain, also with an account',
      { byKey: userOf(), byEmail: null },
      rules(['example.org']),
      'domain',
    ],
    ['a subdomain of the address', known, rules(['ample.com']), 'domain'],
    [
      'a deactivated account by identity',
      { byKey: userOf({ active: false }), byEmail: null },
      rules(),
      'deactivated',
    ],
    [
      'a deactivated account by address',
      { byKey: null, byEmail: userOf({ active: false }) },
      rules(),
      'deactivated',
    ],
    ['a new one where sign-up is closed', nobody, rules(null, 'closed'), 'sign-up'],
    [
      'a new one at a domain that may not sign up',
      nobody,
      rules(null, { domains: ['example.org'] }),
      'sign-up',
    ],
  ])('%s', (_, from, by, problem) => {
    expect(() => decide(from, by)).toThrow(expect.objectContaining({ problem }))
  })

  test('nobody who has an account because sign-up is closed', () => {
    expect(decide(known, rules(['EXAMPLE.com'], 'closed')).kind).toBe('link')
  })
})

describe('what an ID token says', () => {
  const claims = { iss: 'https://login.example', sub: '1', email: ada.email, email_verified: true }
  test.each<[string, object, object]>([
    ['the person', {}, { key, email: ada.email, name: '', hasSecondFactor: false, slack: null }],
    ['confirmed, as text', { email_verified: 'true' }, { email: ada.email }],
    ['several factors', { amr: ['pwd', 'mfa'] }, { hasSecondFactor: true }],
    ['one factor that may be a second one', { amr: ['otp', 'hwk'] }, { hasSecondFactor: false }],
    ['nothing readable about factors', { amr: 'mfa' }, { hasSecondFactor: false }],
    ['half of a Slack account', { 'https://slack.com/user_id': 'U1' }, { slack: null }],
  ])('%s', (_, more, read) => expect(identityOf({ ...claims, ...more })).toMatchObject(read))

  test.each<[object, string]>([
    [{ email_verified: false }, 'unconfirmed-address'],
    [{ email_verified: 'false' }, 'unconfirmed-address'],
    [{ email_verified: undefined }, 'unconfirmed-address'],
    [{ email: undefined }, 'unconfirmed-address'],
    [{ email: 'not an address' }, 'unconfirmed-address'],
    [{ sub: undefined }, 'untrusted'],
    [{ sub: '' }, 'untrusted'],
  ])('%j is refused', (more, problem) => {
    expect(() => identityOf({ ...claims, ...more })).toThrow(expect.objectContaining({ problem }))
  })
})
