import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../../core/ids.ts'
import { connectDatabase, type Database } from '../../../../core/open-database.ts'
import { createAccountLimits } from '../../../../core/users/limits/account-limits.ts'
import { createBucketStore } from '../../../../core/users/limits/bucket-store.ts'
import type { Role } from '../../../../core/users/user.ts'
import { freshDatabase } from '../../../support/desk-in-process.ts'

let database: Database
let now = new Date('2026-03-02T09:00:00Z')
beforeAll(async () => {
  database = await connectDatabase(freshDatabase())
})
afterAll(async () => {
  await database.connection.dropDatabase()
  await database.close()
})

const limits = { tickets: 20, comments: 20, files: 20, changes: 100, streams: 10 }
const process = () => createAccountLimits(createBucketStore(database), limits, () => now)
const person = (role: Role = 'user') => ({ _id: newId(), role })
type Process = ReturnType<typeof process>

/** How many of so many simultaneous requests get through. */
async function allowed(count: number, who: ReturnType<typeof person>, ...processes: Process[]) {
  const takes = Array.from({ length: count }, (_, index) =>
    processes[index % processes.length]?.take(who, 'tickets'),
  )
  return (await Promise.allSettled(takes)).filter(({ status }) => status === 'fulfilled').length
}

test('simultaneous requests get no more than the limit, and somebody else is not affected', async () => {
  const [flood, one, other] = [process(), person(), person()]
  expect(await allowed(200, one, flood)).toBe(20)
  expect(await allowed(5, other, flood)).toBe(5)
})

test('kinds are counted apart', async () => {
  const [desk, one] = [process(), person()]
  await allowed(200, one, desk)
  await expect(desk.take(one, 'tickets')).rejects.toThrow(/filed many tickets/)
  await desk.take(one, 'comments')
})

test('four processes let through at most four tenths more', async () => {
  expect(await allowed(400, person(), process(), process(), process(), process())).toBeLessThanOrEqual(28)
})

test('a process that has just started knows what was used', async () => {
  const one = person()
  await allowed(200, one, process())
  expect(await allowed(200, one, process())).toBeLessThanOrEqual(2)
})

test('the refusal says when to come back, and then it works', async () => {
  const [desk, one] = [process(), person()]
  await allowed(200, one, desk)
  await expect(desk.take(one, 'tickets')).rejects.toMatchObject({ kind: 'too-many', retryAfterSeconds: 30 })
  now = new Date(now.getTime() + 30_000)
  await desk.take(one, 'tickets')
  await expect(desk.take(one, 'tickets')).rejects.toMatchObject({ kind: 'too-many' })
})

test('moderators may do ten times as much, admins anything', async () => {
  expect(await allowed(500, person('moderator'), process())).toBe(200)
  expect(await allowed(500, person('admin'), process())).toBe(500)
})

test('what turns out to be nothing new is given back', async () => {
  const [desk, one] = [process(), person()]
  for (let index = 0; index < 60; index++) {
    await desk.take(one, 'tickets')
    desk.giveBack(one, 'tickets')
  }
  expect(await allowed(50, one, desk)).toBe(20)
})

test('a few requests cost the database nothing', async () => {
  const [desk, one] = [process(), person()]
  await desk.take(one, 'changes')
  await desk.take(one, 'changes')
  expect(await database.buckets.countDocuments({ _id: `changes:${one._id}` })).toBe(0)
})
