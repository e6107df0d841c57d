import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createLeaseStore, isHeld, type LeaseStore, leaseMs } from '../../../core/database/lease-store.ts'
import { later, monday } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

type Leased = { _id: string; leases?: Record<string, { by: string; until: Date }> }

const database = ownDatabase()
let leases: LeaseStore
let now: Date
const counters = () => database().counters.collection
const stored = () => counters().findOne({ _id: 'x' as never }) as unknown as Promise<Leased>

beforeAll(async () => {
  leases = createLeaseStore(database().counters.collection, () => now)
})
beforeEach(async () => {
  now = monday
  await counters().deleteMany({})
  await counters().insertOne({ _id: 'x' as never, value: 7 })
})

const takenByAnother = (until: Date) =>
  counters().updateOne(
    { _id: 'x' as never },
    { $set: { leases: { work: { by: 'another process', until } } } },
  )

describe('a lease', () => {
  test('is held while the work lasts, and given back with nothing else changed', async () => {
    const result = await leases.whileHolding('x', 'work', async () => {
      expect((await stored()).leases?.work?.until).toEqual(new Date(monday.getTime() + leaseMs))
      return 'done'
    })
    expect(result).toBe('done')
    expect(await stored()).toEqual({ _id: 'x', value: 7, leases: {} })
  })

  test('is given back when the work fails', async () => {
    await expect(leases.whileHolding('x', 'work', () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    )
    expect(await leases.whileHolding('x', 'work', async () => 'next')).toBe('next')
  })

  test('goes to one of 20 who want it at once, and the others learn until when', async () => {
    let atWork = 0
    const work = async () => {
      expect(++atWork).toBe(1)
      await new Promise((done) => setTimeout(done, 50))
      atWork--
    }
    const results = await Promise.all(
      Array.from({ length: 20 }, () => leases.whileHolding('x', 'work', work)),
    )
    const held = results.filter(isHeld)
    expect(held.length).toBeGreaterThan(0)
    expect(results.length - held.length).toBeGreaterThan(0)
    for (const { heldUntil } of held)
      expect(heldUntil.getTime()).toBeLessThanOrEqual(monday.getTime() + leaseMs)
  })

  test('of another process is respected until its time is over', async () => {
    await takenByAnother(later(10))
    now = later(10)
    expect(await leases.whileHolding('x', 'work', async () => 'mine')).toEqual({ heldUntil: later(10) })
    now = later(10.001)
    expect(await leases.whileHolding('x', 'work', async () => 'mine')).toBe('mine')
  })

  test('that was lost to another process is not taken from it', async () => {
    await leases.whileHolding('x', 'work', () => takenByAnother(later(99)))
    expect((await stored()).leases).toEqual({ work: { by: 'another process', until: later(99) } })
  })

  test('for one name is none for another', async () => {
    await takenByAnother(later(10))
    expect(await leases.whileHolding('x', 'other work', async () => 'mine')).toBe('mine')
  })

  test('on a document that is gone is not given', async () => {
    expect(isHeld(await leases.whileHolding('gone', 'work', async () => 'mine'))).toBe(true)
  })
})

test('endless work is aborted when somebody else takes its lease', async () => {
  const quick = createLeaseStore(counters(), () => new Date(), { lastsMs: 1_000, renewMs: 20 })
  const held = quick.whileHolding('x', 'work', async (lost) => {
    expect(lost.aborted).toBe(false)
    await takenByAnother(new Date(Date.now() + 60_000))
    await expect.poll(() => lost.aborted).toBe(true)
    return 'stopped'
  })
  expect(await held).toBe('stopped')
  expect((await stored()).leases?.work?.by).toBe('another process')
})
