import { sharedRequest } from '../database/shared-request.ts'
import type { Database } from '../open-database.ts'

/** At this many simultaneous requests for a number, more are expected. */
const burst = 3
const takenAhead = 16
/** Numbers are reserved again when at most this many are left. */
const fewAhead = 8
/** A reserved number is discarded after this time. Otherwise it would appear among newer tickets. */
const freshMs = 1_000

/**
 * Allocates ticket numbers, each at most once. During a burst it reserves numbers in advance, so that filing need not
 * wait for the counter. Unused reserved numbers, at most 24, become a gap. Outside a burst it reserves none.
 * @param take moves the counter forward by `count` and returns its new value
 * @param now a monotonic clock, in ms
 */
export function createNumberAllocator(
  take: (count: number) => Promise<number>,
  now = () => performance.now(),
): () => Promise<number> {
  const range = async (count: number) => {
    const last = await take(count)
    return Array.from({ length: count }, (_, index) => last - count + 1 + index)
  }

  const ahead: { number: number; until: number }[] = []
  let taking = false
  async function takeAhead() {
    if (taking || ahead.length > fewAhead) return
    taking = true
    const until = now() + freshMs
    // If it fails, each caller asks for a number itself and gets the error.
    const numbers = await range(takenAhead).catch(() => [])
    ahead.push(...numbers.map((number) => ({ number, until })))
    taking = false
  }

  const next = sharedRequest((asks: undefined[]) => {
    const numbers = range(asks.length)
    if (asks.length >= burst) void takeAhead()
    return numbers
  })

  return async () => {
    while (ahead[0] && ahead[0].until < now()) ahead.shift()
    const ready = ahead.shift()
    if (!ready) return next(undefined)
    void takeAhead()
    return ready.number
  }
}

/** Creates the counter if it is missing. Later `$inc` needs no upsert, so it can't race on the creation. */
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
