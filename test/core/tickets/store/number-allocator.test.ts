import { describe, expect, test } from 'vitest'
import {
  counterOf,
  createNumberAllocator,
  seedCounter,
} from '../../../../core/tickets/store/number-allocator.ts'
import { ownDatabase } from '../../own-database.ts'

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

/** A counter that answers at once, until it is told to fail. */
function quickCounter() {
  const counts: number[] = []
  let value = 0
  let away = false
  const take = async (count: number) => {
    if (away) throw new Error('database is away')
    counts.push(count)
    value += count
    return value
  }
  return {
    counts,
    take,
    goAway: () => {
      away = true
    },
  }
}

const upTo = (last: number, first = 1) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

describe('giving out numbers', () => {
  test('in the order in which they were asked for, without gaps', async () => {
    const { calls, take } = slowCounter()
    const next = createNumberAllocator(take)
    const numbers = [next()]
    await settled()
    numbers.push(next(), next())
    expect(calls.map(({ count }) => count)).toEqual([1])
    calls[0]?.answer()
    await settled()
    expect(calls.map(({ count }) => count)).toEqual([1, 2])
    calls[1]?.answer()
    expect(await Promise.all(numbers)).toEqual([1, 2, 3])
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

describe('in a burst', () => {
  test('the next ones have their numbers ready, and more are taken before those run out', async () => {
    const { counts, take } = quickCounter()
    const next = createNumberAllocator(take)
    expect(await Promise.all([next(), next(), next()])).toEqual([1, 2, 3])
    expect(counts).toEqual([3, 16])
    const numbers: number[] = []
    for (let count = 0; count < 7; count++) numbers.push(await next())
    expect(counts).toEqual([3, 16])
    for (let count = 0; count < 29; count++) numbers.push(await next())
    expect(numbers).toEqual(upTo(39, 4))
    expect(counts).toEqual([3, 16, 16, 16])
  })

  test('what nobody asked for within a second is left out', async () => {
    let now = 0
    const { take } = quickCounter()
    const next = createNumberAllocator(take, () => now)
    await Promise.all([next(), next(), next()])
    now = 1_000
    expect(await next()).toBe(4)
    now = 1_001
    expect(await next()).toBe(20)
    expect(await next()).toBe(21)
  })

  test('a counter that fails meanwhile fails only those whom nothing is ready for', async () => {
    const { take, goAway } = quickCounter()
    const next = createNumberAllocator(take)
    await Promise.all([next(), next(), next()])
    goAway()
    expect(await Promise.all(Array.from({ length: 16 }, next))).toEqual(upTo(19, 4))
    await expect(next()).rejects.toThrow('database is away')
  })
})

describe('a number given back', () => {
  test('goes to the counter if it was the last one, else to the next ticket within a second', async () => {
    let now = 0
    let value = 0
    const take = async (count: number) => (value += count)
    const untake = async (number: number) => {
      const isLast = number === value
      if (isLast) value -= 1
      return isLast
    }
    const next = createNumberAllocator(take, () => now, untake)
    const { giveBack = async () => {} } = next
    const first = await next()
    await giveBack(first)
    expect(await next()).toBe(first)
    expect(await next()).toBe(2)
    await giveBack(1)
    expect([await next(), await next()]).toEqual([1, 3])
    await giveBack(2)
    now = 1_001
    expect(await next()).toBe(4)
  })

  test('fails nobody when the database is away', async () => {
    const next = createNumberAllocator(
      async () => 1,
      undefined,
      async () => {
        throw new Error('database is away')
      },
    )
    await next.giveBack?.(1)
    expect(await next()).toBe(1)
  })
})

describe('with the database’s counter', () => {
  const database = ownDatabase()

  test('two processes that give out 200 at once never give one twice, and leave few out', async () => {
    await Promise.all([seedCounter(database(), 'tickets'), seedCounter(database(), 'tickets')])
    const processes = [0, 1].map(() => createNumberAllocator(counterOf(database(), 'tickets')))
    const numbers = await Promise.all(processes.flatMap((next) => Array.from({ length: 100 }, next)))
    expect(new Set(numbers).size).toBe(200)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(200 + 2 * 24)
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
