import { beforeEach, describe, expect, test } from 'vitest'
import { createSessionCache } from '../../../../core/users/sign-in/session-cache.ts'
import type { Session } from '../../../../core/users/sign-in/session-model.ts'
import type { SessionStore } from '../../../../core/users/sign-in/session-store.ts'
import type { User } from '../../../../core/users/user.ts'
import type { UserStore } from '../../../../core/users/user-store.ts'
import { ann, idLike, later, monday } from '../../../support/ticket-fixture.ts'

let now: number
let user: User
let session: Session | null
let looks: number
let noted: Date[]
/** What the database waits for before it answers. */
let slowness: Promise<unknown>

beforeEach(() => {
  now = monday.getTime()
  user = { ...ann, active: true } as User
  session = { _id: 's1', user: idLike('a'), createdAt: monday, expiresAt: later(3_600) }
  looks = 0
  noted = []
  slowness = Promise.resolve()
})

function cache() {
  const sessions = {
    find: async (id: string) => {
      looks++
      const found = session?._id === id ? session : null
      await slowness
      return found
    },
    noteUse: async (_id: string, at: Date) => {
      noted.push(at)
      if (session) session = { ...session, lastUsedAt: at }
    },
  }
  const users = { find: async (id: string) => (id === user._id ? user : null) }
  return createSessionCache(sessions as unknown as SessionStore, users as unknown as UserStore, () => now)
}

describe('a session', () => {
  test('is its user', async () => expect(await cache().userOf('s1')).toEqual(user))

  test.each<[string, () => void]>([
    ['unknown', () => (session = null)],
    ['expired', () => (now = later(3_600).getTime())],
    ['of a user who is switched off', () => (user = { ...user, active: false })],
    ['of a user who is gone', () => (user = { ...user, _id: 'another' })],
  ])('%s is nobody', async (_name, change) => {
    change()
    expect(await cache().userOf('s1')).toBeNull()
  })
})

describe('remembering', () => {
  test('asks the database once a second', async () => {
    const { userOf } = cache()
    for (const elapsed of [0, 1, 500, 999]) {
      now = monday.getTime() + elapsed
      await userOf('s1')
    }
    expect(looks).toBe(1)
    now = monday.getTime() + 1_000
    await userOf('s1')
    expect(looks).toBe(2)
  })

  test('a change made elsewhere is in force within that second', async () => {
    const { userOf } = cache()
    await userOf('s1')
    user = { ...user, active: false }
    now += 1_000
    expect(await userOf('s1')).toBeNull()
  })

  test('nobody is remembered too', async () => {
    const { userOf } = cache()
    for (let index = 0; index < 5; index++) expect(await userOf('forged')).toBeNull()
    expect(looks).toBe(1)
  })

  test('simultaneous requests share one look-up', async () => {
    const { userOf } = cache()
    const found = await Promise.all(Array.from({ length: 20 }, () => userOf('s1')))
    expect(found.every((one) => one === user)).toBe(true)
    expect(looks).toBe(1)
  })

  test('sessions are not mistaken for each other', async () => {
    const { userOf } = cache()
    expect(await userOf('s1')).toEqual(user)
    expect(await userOf('s2')).toBeNull()
  })
})

describe('the last use', () => {
  test('is noted once a minute', async () => {
    const { userOf } = cache()
    for (const seconds of [0, 30, 59, 60, 61, 119, 120]) {
      now = later(seconds).getTime()
      await userOf('s1')
    }
    expect(noted).toEqual([later(60), later(120)])
  })

  test('is not noted for people who are not let in', async () => {
    const { userOf } = cache()
    user = { ...user, active: false }
    now = later(90).getTime()
    await userOf('s1')
    expect(noted).toEqual([])
  })
})

describe('forgetting', () => {
  test('makes a change made here count at once', async () => {
    const { userOf, forget } = cache()
    await userOf('s1')
    session = null
    forget()
    expect(await userOf('s1')).toBeNull()
  })

  test('while somebody is being looked up keeps what they find out of memory', async () => {
    const gate = Promise.withResolvers<void>()
    slowness = gate.promise
    const { userOf, forget } = cache()
    const before = userOf('s1')
    user = { ...user, role: 'moderator' }
    forget()
    const after = userOf('s1')
    gate.resolve()
    await Promise.all([before, after])
    expect(looks).toBe(2)
    expect(await userOf('s1')).toMatchObject({ role: 'moderator' })
  })

  test('a stale look that ends late does not overwrite what was found after it', async () => {
    const gate = Promise.withResolvers<void>()
    slowness = gate.promise
    const { userOf, forget } = cache()
    const stale = userOf('s1')
    forget()
    slowness = Promise.resolve()
    session = null
    expect(await userOf('s1')).toBeNull()
    gate.resolve()
    await stale
    expect(await userOf('s1')).toBeNull()
  })
})

test('while the database is down a request fails, and the next one asks again', async () => {
  slowness = Promise.reject(new Error('database is away'))
  const { userOf } = cache()
  await expect(userOf('s1')).rejects.toThrow('database is away')
  slowness = Promise.resolve()
  expect(await userOf('s1')).toEqual(user)
})
