import { sharedRequest } from '../../database/shared-request.ts'
import type { Database } from '../../open-database.ts'

/** @property giveBack takes back a number that no ticket got, because its filing was a repeat */
export type NextNumber = (() => Promise<number>) & { giveBack?: (number: number) => Promise<void> }

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
 * @param untake moves the counter back by one if `number` is its value. @returns whether it did
 */
export function createNumberAllocator(
  take: (count: number) => Promise<number>,
  now = () => performance.now(),
  untake: (number: number) => Promise<boolean> = async () => false,
): NextNumber {
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
    // If it fails, each caller requests for a number itself and gets the error.
    const numbers = await range(takenAhead).catch(() => [])
    ahead.push(...numbers.map((number) => ({ number, until })))
    taking = false
  }

  const next = sharedRequest((requests: undefined[]) => {
    const numbers = range(requests.length)
    if (requests.length >= burst) void takeAhead()
    return numbers
  })

  const givenBack: typeof ahead = []
  async function giveBack(number: number) {
    if (await untake(number).catch(() => false)) return
    givenBack.push({ number, until: now() + freshMs })
    givenBack.sort((one, other) => one.number - other.number)
  }

  async function nextNumber() {
    const repeated = firstFresh(givenBack, now())
    if (repeated) return repeated.number
    const ready = firstFresh(ahead, now())
    if (!ready) return next(undefined)
    void takeAhead()
    return ready.number
  }

  return Object.assign(nextNumber, { giveBack })
}

/** Takes the first number that has not expired, and drops the expired ones before it. */
function firstFresh<Kept extends { until: number }>(numbers: Kept[], now: number): Kept | undefined {
  while (numbers[0] && numbers[0].until < now) numbers.shift()
  return numbers.shift()
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

/** Moves the counter back by one if nobody has taken a number since `number`. @returns whether it did */
export const rewindCounter = (database: Database, name: string) => async (number: number) => {
  const { matchedCount } = await database.counters.updateOne(
    { _id: name, value: number },
    { $inc: { value: -1 } },
  )
  return matchedCount === 1
}
