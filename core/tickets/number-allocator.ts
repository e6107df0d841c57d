import { sharedRequest } from '../database/shared-request.ts'
import type { Database } from '../open-database.ts'

/** From so many at once who wait for a number, more are expected. */
const burst = 3
const takenAhead = 16
/** So few left, and the next ones are taken before anybody has to wait for them. */
const fewAhead = 8
/** A number that nobody has asked for by then is left out: later it would stand among those of younger tickets. */
const freshMs = 1_000

/**
 * Gives out ticket numbers, never one twice. In a burst they are taken ahead, so that filing does not wait for them;
 * what is left of those when it is over, up to 24, is a gap. Whoever files alone leaves none.
 * @param take moves the counter forward by `count` and returns its new value
 * @param now a clock, in ms
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
    // Without them each asks for itself, and hears of what is wrong.
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
