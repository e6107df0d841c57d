import { expect, test } from 'vitest'
import { holdOut } from '../../../../../core/triage/local/classifier/hold-out.ts'
import { seededRandom } from '../../../../../core/triage/local/random.ts'

test('each of few rows is held out once, and never trained on then', () => {
  const splits = holdOut(103, seededRandom(1))
  expect(splits.flatMap(({ test: held }) => [...held]).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 103 }, (_, row) => row),
  )
  for (const { train, test: held } of splits) {
    expect(train.length + held.length).toBe(103)
    expect([...held].filter((row) => train.includes(row))).toEqual([])
  }
})

test('of many rows, 4,000 are held out once', () => {
  expect(holdOut(38_000, seededRandom(1)).map(({ test: held }) => held.length)).toEqual([4_000])
})
