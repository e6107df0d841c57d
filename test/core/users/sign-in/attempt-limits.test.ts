import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../../core/ids.ts'
import { connectDatabase, type Database } from '../../../../core/open-database.ts'
import { createAttemptLimits } from '../../../../core/users/sign-in/attempt-limits.ts'
import { freshDatabase } from '../../../support/desk-in-process.ts'

const minute = 60_000

let database: Database
// In the future: the database removes what has expired by its own clock.
let time = new Date('2126-11-02T09:00:00Z')
beforeAll(async () => {
  database = await connectDatabase(freshDatabase())
})
afterAll(async () => {
  await database.connection.dropDatabase()
  await database.close()
})

const limits = () => createAttemptLimits(database, () => time)

/** As if on as many processes at the same moment. @returns how many were let through, and how many told to wait */
async function atOnce(times: number, who: { account: string; address: string }) {
  const tries = await Promise.allSettled(Array.from({ length: times }, () => limits().begin(who)))
  const answers = tries.map((one) => (one.status === 'fulfilled' ? 'begun' : one.reason.kind))
  const count = (answer: string) => answers.filter((one) => one === answer).length
  return [count('begun'), count('too-many'), times - count('begun') - count('too-many')]
}

test('of 30 attempts at the same moment 10 are made, however often the first ones are simultaneous', async () => {
  for (let round = 0; round < 10; round++)
    expect(await atOnce(30, { account: newId(), address: newId() })).toEqual([10, 20, 0])
})

test('of many accounts tried from one address at the same moment 100 are', async () => {
  const address = newId()
  const tries = Array.from({ length: 12 }, () => atOnce(10, { account: newId(), address }))
  const begun = (await Promise.all(tries)).map(([begun = 0]) => begun)
  expect(begun.reduce((sum, one) => sum + one, 0)).toBe(100)
})

test('a quarter of an hour after the first one all begins anew, also where the old count is still there', async () => {
  const who = { account: newId(), address: newId() }
  await atOnce(10, who)
  time = new Date(time.getTime() + 10 * minute)
  await expect(limits().begin(who)).rejects.toMatchObject({ kind: 'too-many', retryAfterSeconds: 300 })
  time = new Date(time.getTime() + 5 * minute)
  expect(await atOnce(12, who)).toEqual([10, 2, 0])
})

test('a success takes itself off, and the failures of its account before', async () => {
  const who = { account: newId(), address: newId() }
  await atOnce(9, who)
  await limits().begin(who)
  await limits().succeeded(who)
  expect(await atOnce(11, who)).toEqual([10, 1, 0])
  const others = Array.from({ length: 100 }, () => ({ account: newId(), address: who.address }))
  const answers = await Promise.allSettled(others.map((other) => limits().begin(other)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(100 - 9 - 10)
})
