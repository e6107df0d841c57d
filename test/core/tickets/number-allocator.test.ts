import { describe, expect, test } from 'vitest'
import { counterOf, createNumberAllocator, seedCounter } from '../../../core/tickets/number-allocator.ts'
import { ownDatabase } from '../own-database.ts'

/** A counter that answers when told to, and writes down how many numbers each call took. */
function slowCounter() {
  const calls: { count: number; answer: () => void; fail: (error: Error) => void }[] = []
  let value = 0
  const take = (count: number) =>
    new Promise<number>((resolve, reject) => {
      calls.push({
        count,
        answer: () => {
          value += count
          resolve(value)
        },
        fail: reject,
      })
    })
  return { calls, take }
}

const settled = () => new Promise((done) => setImmediate(done))

describe('giving out numbers', () => {
  test('in the order in which they were asked for, without gaps', async () => {
    const { calls, take } = slowCounter()
    const next = createNumberAllocator(take)
    const numbers = [next()]
    await settled()
    numbers.push(next(), next(), next())
    expect(calls.map(({ count }) => count)).toEqual([1])
    calls[0]?.answer()
    await settled()
    expect(calls.map(({ count }) => count)).toEqual([1, 3])
    calls[1]?.answer()
    expect(await Promise.all(numbers)).toEqual([1, 2, 3, 4])
  })

  test('a failure is only theirs who waited for that call', async () => {
    const { calls, take } = slowCounter()
    const next = createNumberAllocator(take)
    const first = next()
    await settled()
    const second = next()
    const third = next()
    calls[0]?.fail(new Error('database is away'))
    await expect(first).rejects.toThrow('database is away')
    await settled()
    calls[1]?.answer()
    expect(await Promise.all([second, third])).toEqual([1, 2])
    await settled()
    const fourth = next()
    await settled()
    calls[2]?.answer()
    expect(await fourth).toBe(3)
  })
})

describe('with the database’s counter', () => {
  const database = ownDatabase()

  test('two processes that give out 200 at once never give one twice, nor skip one', async () => {
    await Promise.all([seedCounter(database(), 'tickets'), seedCounter(database(), 'tickets')])
    const processes = [0, 1].map(() => createNumberAllocator(counterOf(database(), 'tickets')))
    const numbers = await Promise.all(processes.flatMap((next) => Array.from({ length: 100 }, next)))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
  })

  test('seeding again keeps its value', async () => {
    await seedCounter(database(), 'kept')
    await counterOf(database(), 'kept')(7)
    await seedCounter(database(), 'kept')
    expect(await counterOf(database(), 'kept')(1)).toBe(8)
  })

  test('one that was never seeded says so', async () => {
    await expect(counterOf(database(), 'nothing')(1)).rejects.toThrow('The counter "nothing" is missing')
  })
})
