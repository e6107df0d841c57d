/*
 * What only DocumentDB needs, each with its reason. MongoDB is served just as well.
 */

export type Index = Readonly<Record<string, 1 | -1>>
type Query = { sort: (order: never) => unknown; hint: (index: never) => unknown }

/** Reads along an index, in its order. DocumentDB would often rather read all rows that fit, and sort them. */
export function alongIndex<Q extends Query>(query: Q, index: Index, order: Index = index): Q {
  query.sort(order as never)
  query.hint(index as never)
  return query
}

/** The option that makes a query read an index. DocumentDB would often rather go through all ids. */
export const usingIndex = (index: Index) => ({ hint: index })

type Position = { at: Date; id: string }

const upwards = { before: '$lt', upTo: '$lte', bound: '$gte' } as const
const downwards = { before: '$gt', upTo: '$gte', bound: '$lte' } as const

/**
 * The rows after a position, in an index on a date and the id. Not as `$or`: DocumentDB would read each branch whole
 * and sort what it found.
 */
export function afterPosition(field: string, { at, id }: Position, direction: 1 | -1): object {
  const { bound, upTo } = direction === 1 ? upwards : downwards
  return { [field]: { [bound]: at }, $nor: [{ [field]: at, _id: { [upTo]: id } }] }
}

/**
 * The same rows, checked one by one: in an index that begins with an array, a bound on the second field costs
 * DocumentDB the order.
 */
export function afterPositionInArrayIndex(field: string, { at, id }: Position, direction: 1 | -1): object {
  const { before, upTo } = direction === 1 ? upwards : downwards
  return { $nor: [{ [field]: { [before]: at } }, { [field]: at, _id: { [upTo]: id } }] }
}

/** A range of dates, checked row by row for the same reason. @param from inclusive @param to exclusive */
export const rangeInArrayIndex = (
  field: string,
  { from, to }: { from?: Date | undefined; to?: Date | undefined },
) => ({
  $nor: [...(from ? [{ [field]: { $lt: from } }] : []), ...(to ? [{ [field]: { $gte: to } }] : [])],
})

/**
 * Updates a document, or creates it. No upsert: of simultaneous first ones DocumentDB would keep the last only, or
 * refuse all but one with an error of its own.
 */
export async function updateOrCreate<T>(
  update: () => Promise<T | null>,
  create: () => Promise<T>,
): Promise<T> {
  const updated = await update()
  if (updated) return updated
  try {
    return await create()
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return updateOrCreate(update, create)
  }
}

/** What DocumentDB answers when an update, not an insert, meets a taken key. Its code is that of any internal error. */
const takenKey = /violates exclusion constraint/

/** Whether a key is already taken. */
export function isDuplicate(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, message } = error as { code?: unknown; message?: unknown }
  return code === 11000 || (code === 1 && takenKey.test(String(message)))
}

/** DocumentDB may answer contending inserts of one unique key with these codes; another try gets the true answer. */
const contention = new Set<unknown>([16908292, 112, 251])

const isContention = (error: unknown) =>
  !isDuplicate(error) &&
  typeof error === 'object' &&
  error !== null &&
  (contention.has((error as { code?: unknown }).code) || /deadlock detected/i.test(String(error)))

/** The longest pause before each further try, in ms. Ten writers that block each other need a quarter of a second. */
const pausesMs = [50, 100, 200, 400, 800]

/** Runs a write again when the server reports contention, up to five times in about a second. */
export async function retryContention<T>(write: () => Promise<T>): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await write()
    } catch (error) {
      if (!isContention(error)) throw error
      await new Promise((done) => setTimeout(done, Math.random() * pauseMs))
    }
  }
  return write()
}
