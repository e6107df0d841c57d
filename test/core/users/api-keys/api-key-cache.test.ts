import { beforeEach, expect, test } from 'vitest'
import { type ApiKey, apiKeyPrefix, newSecret } from '../../../../core/users/api-keys/api-key.ts'
import { createApiKeyCache } from '../../../../core/users/api-keys/api-key-cache.ts'
import type { User } from '../../../../core/users/user.ts'
import { ann, later, monday } from '../../../support/ticket-fixture.ts'

const { secret, hash, start } = newSecret()
let now: number
let user: User | null
let key: ApiKey | null
let looks: number
let noted: Date[]

beforeEach(() => {
  now = monday.getTime()
  user = { ...ann, active: true } as User
  key = {
    _id: 'k1',
    hash,
    user: ann._id,
    name: 'Monitoring',
    start,
    scopes: ['tickets:read'],
    createdAt: monday,
    expiresAt: later(3_600),
    lastUsedAt: null,
  }
  looks = 0
  noted = []
})

function cache() {
  const keys = {
    findByHash: async (asked: string) => {
      looks++
      return asked === key?.hash ? key : null
    },
    noteUse: async (_id: string, at: Date) => {
      noted.push(at)
      if (key) key = { ...key, lastUsedAt: at }
    },
  }
  return createApiKeyCache(keys, { find: async () => user as never }, () => now)
}

test('a secret is 256 bits behind a prefix, and only its hash is kept', () => {
  expect(secret).toMatch(/^dk_[\w-]{43}$/)
  expect(secret.startsWith(start)).toBe(true)
  expect(start).toHaveLength(apiKeyPrefix.length + 5)
  expect(hash).not.toContain(secret.slice(apiKeyPrefix.length))
})

test('is its owner, for its scopes', async () => {
  expect(await cache().holderOf(secret)).toEqual({
    user,
    apiKey: 'k1',
    until: key?.expiresAt,
    scopes: ['tickets:read'],
  })
})

test.each<[string, () => void]>([
  ['revoked', () => (key = null)],
  ['expired', () => (now = later(3_600).getTime())],
  ['of somebody who is switched off', () => (user = { ...ann, active: false } as User)],
  ['of somebody who is gone', () => (user = null)],
])('one that is %s is nobody, and its use is not noted', async (_name, change) => {
  change()
  expect(await cache().holderOf(secret)).toBeNull()
  expect(noted).toEqual([])
})

test('the database is asked once a second; what was changed elsewhere counts after that', async () => {
  const { holderOf } = cache()
  for (const elapsed of [0, 500, 999]) {
    now = monday.getTime() + elapsed
    await holderOf(secret)
  }
  expect(looks).toBe(1)
  key = null
  now += 1
  expect(await holderOf(secret)).toBeNull()
})

test('is not good beyond its end, though it was remembered just before', async () => {
  const { holderOf } = cache()
  now = later(3_600).getTime() - 100
  expect(await holderOf(secret)).not.toBeNull()
  now += 100
  expect(await holderOf(secret)).toBeNull()
})

test('what is changed here counts at once', async () => {
  const { holderOf, forget } = cache()
  await holderOf(secret)
  key = null
  forget()
  expect(await holderOf(secret)).toBeNull()
})

test('the last use is noted once a minute', async () => {
  const { holderOf } = cache()
  for (const seconds of [0, 30, 59, 60, 61]) {
    now = later(seconds).getTime()
    await holderOf(secret)
  }
  expect(noted).toEqual([monday, later(60)])
})
