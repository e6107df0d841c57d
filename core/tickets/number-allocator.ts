import type { Database } from '../database/connect.ts'

/**
 * Gives out ticket numbers: never twice, without gaps in ordinary work. Whoever asks while a request to the counter
 * is under way shares the next one, so a burst costs two round trips instead of one each.
 * @param take moves the counter forward by `count` and returns its new value
 */
export function createNumberAllocator(take: (count: number) => Promise<number>) {
  type Waiter = { resolve: (number: number) => void; reject: (error: unknown) => void }
  let waiting: Waiter[] = []
  let busy = false

  async function serve() {
    busy = true
    while (waiting.length > 0) {
      const served = waiting
      waiting = []
      await take(served.length).then(
        (last) => {
          for (const [index, one] of served.entries()) one.resolve(last - served.length + 1 + index)
        },
        (error) => {
          for (const one of served) one.reject(error)
        },
      )
    }
    busy = false
  }

  return () =>
    new Promise<number>((resolve, reject) => {
      waiting.push({ resolve, reject })
      if (!busy) void serve()
    })
}

/** Makes the counter if this is a new desk. `$inc` without upsert then can't race on its creation. */
export async function seedCounter(database: Database, name: string) {
  await database.counters.updateOne({ _id: name }, { $setOnInsert: { value: 0 } }, { upsert: true })
}

export const counterOf = (database: Database, name: string) => async (count: number) => {
  const counter = await database.counters
    .findOneAndUpdate({ _id: name }, { $inc: { value: count } }, { returnDocument: 'after' })
    .lean()
  if (!counter) throw new Error(`The counter "${name}" is missing from the database.`)
  return counter.value
}
