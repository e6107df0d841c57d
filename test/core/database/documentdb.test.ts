import { describe, expect, test } from 'vitest'
import { isDuplicate, retryContention } from '../../../core/database/documentdb.ts'

const failure = (code: number, message = 'x') => Object.assign(new Error(message), { code })

test.each<[unknown, boolean]>([
  [failure(11_000), true],
  [{ code: 11_000 }, true],
  [failure(1, 'conflicting key value violates exclusion constraint "documents_rum_index_82"'), true],
  [failure(1, 'out of memory'), false],
  [failure(112), false],
  [{ code: '11000' }, false],
  [new Error('E11000 duplicate key'), false],
  [null, false],
  [undefined, false],
])('is %s a duplicate: %s', (error, expected) => expect(isDuplicate(error)).toBe(expected))

/** A write that fails so, try by try, and then works. */
function write(...failures: Error[]) {
  let tries = 0
  return {
    tries: () => tries,
    run: async () => {
      const error = failures[tries++]
      if (error) throw error
      return 'written'
    },
  }
}

describe('a write that others are in the way of', () => {
  test.each([
    ['DocumentDB’s own code', failure(16_908_292)],
    ['a write conflict', failure(112)],
    ['a missing transaction', failure(251)],
    ['a deadlock', failure(1, 'ERROR: deadlock detected')],
  ])('is tried again after %s', async (_name, error) => {
    const { run, tries } = write(error, error)
    expect(await retryContention(run)).toBe('written')
    expect(tries()).toBe(3)
  })

  test('is tried six times at most', async () => {
    const { run, tries } = write(...Array.from({ length: 6 }, () => failure(112)))
    await expect(retryContention(run)).rejects.toMatchObject({ code: 112 })
    expect(tries()).toBe(6)
  })

  test.each([
    failure(11_000),
    failure(1, 'violates exclusion constraint'),
    failure(50),
    new Error('connection closed'),
  ])('is not tried again after %s', async (error) => {
    const { run, tries } = write(error)
    await expect(retryContention(run)).rejects.toBe(error)
    expect(tries()).toBe(1)
  })
})
