import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../../core/ids.ts'
import { connectDatabase, type Database } from '../../../../core/open-database.ts'
import { type Attempt, createAttemptLimits } from '../../../../core/users/sign-in/attempt-limits.ts'
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
async function atOnce(times: number, who: Attempt) {
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

const later = (seconds: number) => {
  time = new Date(time.getTime() + seconds * 1_000)
}
const waitOf = (who: Attempt) =>
  limits()
    .begin(who)
    .then(
      () => 0,
      (error) => error.retryAfterSeconds,
    )

test.each([
  ['an account', () => newId(), [15, 30, 60, 120, 240, 300, 300], 10],
  ['a network address', () => 'one', [15, 30, 60, 60], 100],
])(
  'the pause of %s doubles, lets one of many through each time, and has an end',
  async (_, address, waits, free) => {
    const at = `${newId()}-`
    const who = (nth: number) => ({ account: free > 10 ? `${at}${nth}` : at, address: at + address() })
    for (let nth = 0; nth < free; nth++) expect(await waitOf(who(nth))).toBe(0)
    for (const [round, seconds] of waits.entries()) {
      expect(await waitOf(who(1_000 + round))).toBe(seconds)
      later(seconds)
      const tries = Array.from({ length: 8 }, (_, nth) => waitOf(who(2_000 + 8 * round + nth)))
      expect((await Promise.all(tries)).filter((wait) => wait === 0)).toHaveLength(1)
    }
  },
)

test('a quarter of an hour after the last one all begins anew, also where the old count is still there', async () => {
  const who = { account: newId(), address: newId() }
  await atOnce(10, who)
  later(15 * 60)
  expect(await atOnce(12, who)).toEqual([10, 2, 0])
})

test('a count from before there were pauses is gone on with', async () => {
  const who = { account: newId(), address: newId() }
  const expiresAt = new Date(time.getTime() + 10 * minute)
  await database.attempts.create({ _id: `account:${who.account}`, count: 10, expiresAt })
  expect([await waitOf(who), await waitOf(who)]).toEqual([0, 15])
})

test('a device that was signed in before has attempts of its own, and nobody else uses them up', async () => {
  const [account, address] = [newId(), newId()]
  await atOnce(30, { account, address })
  const others = Array.from({ length: 120 }, () => atOnce(1, { account: newId(), address }))
  await Promise.all(others)
  expect(await waitOf({ account, address })).toBeGreaterThan(0)
  expect(await waitOf({ account, address, device: 'd1' })).toBe(0)
  expect(await atOnce(30, { account, address, device: 'd1' })).toEqual([9, 21, 0])
  expect(await waitOf({ account, address, device: 'd2' })).toBe(0)
  expect(await waitOf({ account: newId(), address, device: 'd1' })).toBe(0)
})

test.each([undefined, 'sign-up', 'reset'] as const)(
  'all addresses of one /64 have attempts in common (%s)',
  async (purpose) => {
    const prefix = `2001:db8:${newId().slice(0, 4)}:${newId().slice(0, 4)}`
    const others = Array.from({ length: 120 }, (_, host) => ({
      ...(purpose ? { purpose } : {}),
      account: newId(),
      address: `${prefix}::${host + 1}`,
    }))
    const answers = await Promise.allSettled(others.map((other) => limits().begin(other)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(100)
  },
)

test('attempts that an account may not make cost its network address nothing, and right ones neither', async () => {
  const [account, address] = [newId(), newId()]
  await atOnce(40, { account, address })
  for (let nth = 0; nth < 120; nth++) {
    const who = { account: `${account}-${nth}`, address }
    await limits().begin(who)
    await limits().succeeded(who)
  }
  const others = Array.from({ length: 100 }, () => atOnce(1, { account: newId(), address }))
  const begun = (await Promise.all(others)).reduce((sum, [one = 0]) => sum + one, 0)
  expect(begun).toBe(90)
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

test.each([0, 1, 3, 7, 15])(
  'asked for again and again, after %i minutes of silence each time, mails at most 15 links an hour',
  async (quiet) => {
    const who: Attempt = { purpose: 'sign-in-link', account: newId(), address: newId() }
    const begunAt: number[] = []
    const start = time.getTime()
    for (let passed = 0; passed < 180; passed++) {
      time = new Date(start + passed * minute)
      const last = begunAt.at(-1) ?? -Infinity
      // Whoever wants the most mails waits for the count to restart after each burst.
      const isQuiet = begunAt.length % 5 === 0 && passed - last < quiet
      for (let tries = 0; tries < 4 && !isQuiet; tries++)
        if (
          await limits()
            .begin(who)
            .then(
              () => true,
              () => false,
            )
        )
          begunAt.push(passed)
    }
    const withinAnHour = begunAt.map((at) => begunAt.filter((other) => other >= at && other < at + 60).length)
    expect(Math.max(...withinAnHour)).toBeLessThanOrEqual(15)
    // A link lasts 15 minutes: under such an attack the mailbox always has one that works.
    const gaps = begunAt.slice(1).map((at, index) => at - (begunAt[index] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(quiet + 10)
  },
)
