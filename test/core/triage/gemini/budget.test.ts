import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDatabase, type Database } from '../../../../core/open-database.ts'
import { createBudget } from '../../../../core/triage/gemini/budget.ts'
import { costOf } from '../../../../core/triage/gemini/cost.ts'
import { freshDatabase } from '../../../support/desk-in-process.ts'

let database: Database
beforeAll(async () => {
  database = await connectDatabase(freshDatabase())
})
afterAll(async () => {
  await database.connection.dropDatabase()
  await database.close()
})

test('is spent by all processes together, and new each month', async () => {
  let now = new Date('2026-11-30T23:59:00Z')
  const [one, other] = [1, 2].map(() => createBudget(database, 1, () => now))
  await one?.spend(0.4)
  expect(await other?.isSpent()).toBe(false)
  await other?.spend(0.6)
  expect(await other?.isSpent()).toBe(true)
  now = new Date('2026-12-01T00:00:10Z')
  expect(await one?.isSpent()).toBe(false)
})

test('without a limit it is never spent', async () => {
  const budget = createBudget(database, null, () => new Date('2026-01-01'))
  await budget.spend(1_000)
  expect(await budget.isSpent()).toBe(false)
})

test('a request costs what its tokens cost', () => {
  expect(costOf({ input: 2_000_000, output: 500_000 }, { input: 0.1, output: 0.4 })).toBeCloseTo(0.4)
  expect(costOf({ input: 1, output: 1 }, null)).toBeNull()
})
