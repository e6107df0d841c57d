import { describe, expect, test } from 'vitest'
import type { Audience } from '../../../core/live/listener.ts'
import { createLiveFeed } from '../../../core/live/live-feed.ts'
import type { ChangedTicket, Endings } from '../../../core/live/live-store.ts'
import { createLog } from '../../../core/log.ts'
import { max, mia, ticketOf } from '../../support/ticket-fixture.ts'

const none: Endings = { endedAccess: new Set(), newRoles: new Map() }

/** A feed on a database that counts what it is asked. */
function countedFeed(
  changes: () => ChangedTicket[] = () => [],
  endings: () => Endings | null = () => none,
  now = () => new Date(),
) {
  const asked = { changes: 0, endings: 0 }
  const store = {
    changedSince: async () => {
      asked.changes++
      return changes()
    },
    endingsSince: async () => {
      asked.endings++
      return endings()
    },
  }
  return { asked, feed: createLiveFeed(store, now, createLog('silent')) }
}

const audience = (id: string) => ({
  user: max,
  access: { id, until: new Date(Date.now() + 3_600_000) },
  send: () => undefined,
  end: () => undefined,
})
const aWhile = () => new Promise((done) => setTimeout(done, 1_500))

test('a thousand listeners cost the database as much as one', async () => {
  const [one, thousand] = [countedFeed(), countedFeed()]
  await one.feed.listen(audience('0'))
  for (let index = 0; index < 1_000; index++) await thousand.feed.listen(audience(`${index}`))
  await aWhile()
  expect(one.asked.changes).toBeGreaterThan(1)
  expect(one.asked.endings).toBeGreaterThan(1)
  expect(thousand.asked.changes).toBeLessThanOrEqual(one.asked.changes + 2)
  expect(thousand.asked.endings).toBeLessThanOrEqual(one.asked.endings + 2)
  one.feed.close()
  thousand.feed.close()
})

test('without listeners the database is not asked', async () => {
  const { asked, feed } = countedFeed()
  const leave = await feed.listen(audience('0'))
  leave()
  const before = { ...asked }
  await aWhile()
  expect(asked).toEqual(before)
  expect(feed.count()).toBe(0)
})

test('clients that can’t get every change one by one are disconnected, to load anew', async () => {
  let flood: ChangedTicket[] = []
  const { feed } = countedFeed(() => flood)
  const told: string[] = []
  let ended = false
  const send = ({ event = 'beat' }) => told.push(event)
  const end = () => {
    ended = true
  }
  await feed.listen({ ...audience('0'), send, end })
  flood = Array.from({ length: 2_001 }, (_, index) => ticketOf({ _id: `${index}`, updatedAt: new Date() }))
  await aWhile()
  expect({ told, ended }).toEqual({ told: ['ready'], ended: true })
})

describe('a client that asks for the changes of the last seconds', () => {
  const now = new Date()
  const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1_000)
  const [old, recent] = [
    ticketOf({ _id: 'old', updatedAt: secondsAgo(10) }),
    ticketOf({ _id: 'recent', updatedAt: secondsAgo(1) }),
  ]

  test.each<[string, ChangedTicket[], number, object[]]>([
    ['gets those, and no older ones', [old, recent], 2_000, [{ sinceMs: 2_000 }, { id: 'recent' }]],
    ['gets all of them', [old, recent], 9_000, [{ sinceMs: 9_000 }, { id: 'old' }, { id: 'recent' }]],
    ['learns that there are none', [old], 2_000, [{ sinceMs: 2_000 }]],
  ])('%s', async (_name, changed, sinceMs, told) => {
    const { feed } = countedFeed(
      () => changed,
      undefined,
      () => now,
    )
    const heard: object[] = []
    const send = ({ data = {} }: { data?: object }) => heard.push(data)
    await feed.listen({ ...audience('0'), user: { ...max, role: 'admin' }, send }, { sinceMs })
    expect(heard).toEqual(told.map((one) => expect.objectContaining(one)))
    feed.close()
  })
})

describe('a stream', () => {
  const over = (more: Partial<Endings>): Endings => ({ ...none, ...more })
  const aMomentAgo = new Date(Date.now() - 1)

  const never = new Date(Date.now() + 1e9)

  test.concurrent.each<[string, Endings | null, Partial<Audience>, boolean, number?]>([
    ['ends with its session or key', over({ endedAccess: new Set(['mine']) }), {}, true],
    ['ends when its time is over', none, { access: { id: 'mine', until: aMomentAgo } }, true],
    ['ends for who sees other tickets now', over({ newRoles: new Map([[max._id, 'admin']]) }), {}, true],
    ['ends for who is switched off', over({ newRoles: new Map([[max._id, null]]) }), {}, true],
    ['ends for everybody when too much has ended', null, {}, true],
    [
      'ends when nobody could say for long who may listen',
      none,
      { access: { id: 'mine', until: never } },
      true,
      31_000,
    ],
    [
      'goes on for who came back in the new role',
      over({ newRoles: new Map([[max._id, max.role]]) }),
      {},
      false,
    ],
    ['goes on when another’s ends', over({ endedAccess: new Set(['another']) }), {}, false],
    ['goes on when another is promoted', over({ newRoles: new Map([[mia._id, 'admin']]) }), {}, false],
  ])('%s', async (_name, endings, more, ends, silentMs = 0) => {
    let aheadMs = 0
    const { feed } = countedFeed(
      undefined,
      () => endings,
      () => new Date(Date.now() + aheadMs),
    )
    let ended = false
    const end = () => {
      ended = true
    }
    await feed.listen({ ...audience('mine'), end, ...more })
    aheadMs = silentMs
    await aWhile()
    expect({ ended, listeners: feed.count() }).toEqual({ ended: ends, listeners: ends ? 0 : 1 })
    feed.close()
  })
})
