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
  await one.feed.listen(audience('0'), undefined)
  for (let index = 0; index < 1_000; index++) await thousand.feed.listen(audience(`${index}`), undefined)
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
  const leave = await feed.listen(audience('0'), undefined)
  leave()
  const before = { ...asked }
  await aWhile()
  expect(asked).toEqual(before)
  expect(feed.count()).toBe(0)
})

test('who can’t be told everything one by one is sent away, to load anew', async () => {
  let flood: ChangedTicket[] = []
  const { feed } = countedFeed(() => flood)
  const told: string[] = []
  let ended = false
  const send = ({ event = 'beat' }) => told.push(event)
  const end = () => {
    ended = true
  }
  await feed.listen({ ...audience('0'), send, end }, undefined)
  flood = Array.from({ length: 2_001 }, (_, index) => ticketOf({ _id: `${index}`, updatedAt: new Date() }))
  await aWhile()
  expect({ told, ended }).toEqual({ told: ['ready'], ended: true })
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
    await feed.listen({ ...audience('mine'), end, ...more }, undefined)
    aheadMs = silentMs
    await aWhile()
    expect({ ended, listeners: feed.count() }).toEqual({ ended: ends, listeners: ends ? 0 : 1 })
    feed.close()
  })
})
