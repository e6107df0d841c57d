import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { userSchema } from '../../../core/users/user.ts'
import { createUserStore, type NewUser, type UserStore } from '../../../core/users/user-store.ts'
import { idLike, later, monday } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()
let users: UserStore
beforeAll(async () => {
  users = createUserStore(database(), new Set(['mail']), () => monday)
})
beforeEach(async () => {
  await database().users.deleteMany({})
})

const insert = (digit: string, more: Partial<NewUser> = {}, at = monday) =>
  users.insert({ _id: idLike(digit), email: `${digit}@example.com`, name: `User ${digit}`, ...more }, at)
const names = (found: { name: string }[]) => found.map(({ name }) => name)

describe('a new user', () => {
  test('has the least rights, and is stored as the schema says', async () => {
    const { user, created } = await insert('a', {
      effects: [{ queue: 'mail', kind: 'account-mail', topic: 'account-created' }],
    })
    const stored = await users.find(idLike('a'))
    expect(created).toBe(true)
    expect(stored).toEqual(user)
    expect(userSchema.strict().parse(stored)).toEqual(stored)
    expect(stored).toMatchObject({
      role: 'user',
      emailVerified: false,
      onDuty: false,
      nextAttemptAt: later(20),
    })
  })

  test('under the same id is the first one', async () => {
    await insert('a')
    expect(await insert('a', { name: 'Again' })).toMatchObject({ created: false, user: { name: 'User a' } })
  })

  test.each<[string, Partial<NewUser>]>([
    ['address', { email: 'A@Example.COM' }],
    ['Discord account', { discord: '200000000000000001' }],
  ])('with another’s %s is a conflict', async (_name, more) => {
    await insert('a', { discord: '200000000000000001' })
    await expect(insert('b', more)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('of 10 at once with one address is one', async () => {
    const tries = await Promise.allSettled(
      [...'0123456789'].map((digit) => insert(digit, { email: 'same@example.com' })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await database().users.countDocuments()).toBe(1)
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ kind: 'conflict' })
  })
})

describe('a change', () => {
  test('is written once for a version', async () => {
    const { user } = await insert('a')
    expect(await users.apply(user, { set: { skills: ['C++'] } }, later(1))).toMatchObject({
      skills: ['C++'],
      version: 2,
    })
    expect(await users.apply(user, { set: { skills: ['C#'] } }, later(2))).toBeNull()
    expect(await users.find(idLike('a'))).toMatchObject({ skills: ['C++'] })
  })

  test('of the address finds the user under the new one only', async () => {
    const { user } = await insert('a')
    await users.apply(user, { set: { email: 'New@Example.com' } }, later(1))
    expect(await users.findByEmail('new@example.COM ')).toMatchObject({ _id: idLike('a') })
    expect(await users.findByEmail('a@example.com')).toBeNull()
  })

  test.each<[string, Parameters<UserStore['apply']>[1]['set']]>([
    ['address', { email: 'A@example.com' }],
    ['Discord account', { discord: '200000000000000003' }],
  ])('to an %s that another has is a conflict', async (_name, set) => {
    await insert('a', { discord: '200000000000000003' })
    const { user } = await insert('b')
    await expect(users.apply(user, { set }, later(1))).rejects.toMatchObject({ kind: 'conflict' })
    expect(await users.find(user._id)).toEqual(user)
  })

  test('can take a handle away, so that another may have it', async () => {
    const discord = '200000000000000002'
    const { user } = await insert('a', { discord })
    await users.apply(user, { set: {}, unset: ['discord'] }, later(1))
    expect(await users.findByDiscord(discord)).toBeNull()
    await insert('b', { discord })
    expect(await users.findByDiscord(discord)).toMatchObject({ _id: idLike('b') })
  })
})

describe('who may be given tickets', () => {
  test('is on duty, active, and a moderator or admin', async () => {
    await insert('a', { role: 'moderator', onDuty: true, name: 'Max' })
    await insert('b', { role: 'admin', onDuty: true, name: 'Root' })
    await insert('c', { role: 'moderator', onDuty: false, name: 'Off duty' })
    await insert('d', { role: 'moderator', onDuty: true, active: false, name: 'Gone' })
    await insert('e', { role: 'user', onDuty: true, name: 'Demoted' })
    expect(names(await users.moderatorsOnDuty()).toSorted()).toEqual(['Max', 'Root'])
    expect(names(await users.admins())).toEqual(['Root'])
  })
})

test('a page holds the oldest first, also those of one moment', async () => {
  for (const [digit, seconds] of [
    ['c', 1],
    ['a', 2],
    ['b', 2],
    ['d', 3],
  ] as const)
    await insert(digit, {}, later(seconds))
  expect(names(await users.list({ limit: 2 }))).toEqual(['User c', 'User a'])
  expect(names(await users.list({ limit: 9, after: { createdAt: later(2), id: idLike('a') } }))).toEqual([
    'User b',
    'User d',
  ])
})
