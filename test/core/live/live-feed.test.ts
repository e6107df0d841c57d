import { expect, test } from 'vitest'
import { createLiveFeed } from '../../../core/live/live-feed.ts'
import type { Access, ChangedTicket } from '../../../core/live/live-store.ts'
import { createLog } from '../../../core/log.ts'
import { max, ticketOf } from '../../support/ticket-fixture.ts'

/** A feed on a database that counts what it is asked. */
function countedFeed(changes: () => ChangedTicket[] = () => []) {
  const asked = { changes: 0, roles: 0 }
  const store = {
    changedSince: async () => {
      asked.changes++
      return changes()
    },
    rolesBy: async (access: Access[]) => {
      asked.roles++
      return new Map(access.map(({ id }) => [id, max.role]))
    },
  }
  return { asked, feed: createLiveFeed(store, () => new Date(), createLog('silent')) }
}

const audience = (id: string) => ({
  user: max,
  access: { kind: 'session', id } as const,
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
  expect(one.asked.roles).toBeGreaterThan(1)
  expect(thousand.asked.changes).toBeLessThanOrEqual(one.asked.changes + 2)
  expect(thousand.asked.roles).toBeLessThanOrEqual(one.asked.roles + 2)
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
