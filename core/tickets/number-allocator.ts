import type { Database } from '../database/connect.ts'
import { sharedRequest } from '../database/shared-request.ts'

/**
 * Gives out ticket numbers: never twice, without gaps in ordinary work.
 * @param take moves the counter forward by `count` and returns its new value
 */
export function createNumberAllocator(take: (count: number) => Promise<number>) {
  const next = sharedRequest(async (asks: undefined[]) => {
    const last = await take(asks.length)
    return asks.map((_, index) => last - asks.length + 1 + index)
  })
  return () => next(undefined)
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
