import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createLinkStore, type LinkStore } from '../../../../core/users/mail-links/link-store.ts'
import type { LinkPurpose } from '../../../../core/users/sign-in/session-model.ts'
import { ownDatabase } from '../../own-database.ts'

const database = ownDatabase()
let links: LinkStore
let now: Date
/** The database removes what is past its time by its own clock, so these links are made in its present. */
const start = new Date()
const inSeconds = (seconds: number) => new Date(start.getTime() + seconds * 1_000)

beforeAll(async () => {
  links = createLinkStore(database(), () => now)
})
beforeEach(() => {
  now = start
})

describe('a link', () => {
  test('works once', async () => {
    const secret = await links.create('invite', { user: 'u1' })
    expect(await links.redeem(secret, ['invite'])).toMatchObject({ purpose: 'invite', user: 'u1' })
    expect(await links.redeem(secret, ['invite'])).toBeNull()
    expect(await links.peek(secret)).toBeNull()
  })

  test('of 20 who use it at once one gets it', async () => {
    const secret = await links.create('confirm', { user: 'u1', pending: 'p1' })
    const got = await Promise.all(Array.from({ length: 20 }, () => links.redeem(secret, ['confirm'])))
    expect(got.filter(Boolean)).toEqual([expect.objectContaining({ user: 'u1', pending: 'p1' })])
  })

  test('can be looked at without being used up', async () => {
    const secret = await links.create('setup', { user: null })
    expect(await links.peek(secret)).toMatchObject({ purpose: 'setup', user: null })
    expect(await links.redeem(secret, ['setup'])).not.toBeNull()
  })

  test('works only for what it is for, and stays good when tried for something else', async () => {
    const secret = await links.create('discord', { user: 'u1' })
    expect(await links.redeem(secret, ['setup', 'invite', 'confirm'])).toBeNull()
    expect(await links.redeem(secret, ['discord'])).toMatchObject({ user: 'u1' })
  })

  test.each(['', 'guess', `${'A'.repeat(43)}`, '$ne'])('is no link: %j', async (guess) => {
    expect(await links.redeem(guess, ['setup', 'invite', 'confirm', 'discord'])).toBeNull()
  })
})

describe('its lifetime', () => {
  test.each<[LinkPurpose, number]>([
    ['setup', 86_400],
    ['invite', 7 * 86_400],
    ['confirm', 86_400],
    ['reset', 3_600],
    ['discord', 600],
  ])('of %s is %i s', async (purpose, seconds) => {
    const secret = await links.create(purpose, { user: null })
    now = inSeconds(seconds - 1)
    expect(await links.peek(secret)).not.toBeNull()
    now = inSeconds(seconds)
    expect(await links.peek(secret)).toBeNull()
    expect(await links.redeem(secret, [purpose])).toBeNull()
  })
})

describe('its secret', () => {
  test('is stored nowhere', async () => {
    const secrets = [
      await links.create('invite', { user: 'u2' }),
      await links.create('discord', { user: 'u2' }),
    ]
    const stored = JSON.stringify(await database().links.find({ user: 'u2' }).lean())
    for (const secret of secrets) expect(stored).not.toContain(secret)
  })

  test('is 256 bits, or for Discord a code that is easy to type', async () => {
    expect(await links.create('invite', { user: null })).toMatch(/^[\w-]{43}$/)
    expect(await links.create('discord', { user: null })).toMatch(/^[A-HJKMNP-Z2-9]{10}$/)
  })

  test('is another each time', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => links.create('discord', { user: null })))
    expect(new Set(codes).size).toBe(20)
  })
})

test('all links of a purpose can be ended for one person, and for nobody else', async () => {
  const [old, other, invite] = [
    await links.create('discord', { user: 'u3' }),
    await links.create('discord', { user: 'u4' }),
    await links.create('invite', { user: 'u3' }),
  ]
  await links.removeAll('discord', 'u3')
  expect(await links.peek(old)).toBeNull()
  expect(await links.peek(other)).not.toBeNull()
  expect(await links.peek(invite)).not.toBeNull()
})
