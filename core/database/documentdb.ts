/*
 * Workarounds for DocumentDB, each with its reason. All of them work on MongoDB too.
 */

export type Index = Readonly<Record<string, 1 | -1>>
type Query = { sort: (order: never) => unknown; hint: (index: never) => unknown }

/** Reads in an index's order. Without the hint, DocumentDB often reads all matching rows and sorts them. */
export function inIndexOrder<Q extends Query>(query: Q, index: Index, order: Index = index): Q {
  query.sort(order as never)
  query.hint(index as never)
  return query
}

/** The option that forces a query to use an index. Without it, DocumentDB often scans all ids. */
export const usingIndex = (index: Index) => ({ hint: index })

type Position = { at: Date; id: string }

const upwards = { before: '$lt', upTo: '$lte', bound: '$gte' } as const
const downwards = { before: '$gt', upTo: '$gte', bound: '$lte' } as const

/**
 * A filter for the rows after a position, for an index on a date and the id. Avoids `$or`, because DocumentDB reads
 * each branch completely and sorts the result.
 */
export function afterPosition(field: string, { at, id }: Position, direction: 1 | -1): object {
  const { bound, upTo } = direction === 1 ? upwards : downwards
  return { [field]: { [bound]: at }, $nor: [{ [field]: at, _id: { [upTo]: id } }] }
}

/**
 * The same filter for an index that begins with an array. It has no range bound, so each row is checked: with a bound
 * on the second field of such an index, DocumentDB does not read in its order.
 */
export function afterPositionInArrayIndex(field: string, { at, id }: Position, direction: 1 | -1): object {
  const { before, upTo } = direction === 1 ? upwards : downwards
  return { $nor: [{ [field]: { [before]: at } }, { [field]: at, _id: { [upTo]: id } }] }
}

/** A date range without a range bound, for the same reason. @param from inclusive @param to exclusive */
export const rangeInArrayIndex = (
  field: string,
  { from, to }: { from?: Date | undefined; to?: Date | undefined },
) => ({
  $nor: [...(from ? [{ [field]: { $lt: from } }] : []), ...(to ? [{ [field]: { $gte: to } }] : [])],
})

/**
 * Updates a document, or creates it. Replaces an upsert: when several first upserts are simultaneous, DocumentDB keeps
 * only the last, or rejects all but one with an error of its own.
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

/** DocumentDB's message when an update violates a unique index. Its code is 1, as for any internal error. */
const takenKey = /violates exclusion constraint/

/** Whether a write failed because a unique key is taken. */
export function isDuplicate(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, message } = error as { code?: unknown; message?: unknown }
  return code === 11000 || (code === 1 && takenKey.test(String(message)))
}

/** DocumentDB may fail concurrent inserts of one unique key with these codes. A retry gets the real result. */
const contention = new Set<unknown>([16908292, 112, 251])

const isContention = (error: unknown) =>
  !isDuplicate(error) &&
  typeof error === 'object' &&
  error !== null &&
  (contention.has((error as { code?: unknown }).code) || /deadlock detected/i.test(String(error)))

/** The longest pause before each retry, in ms. Ten writers that block each other need a quarter of a second. */
const pausesMs = [50, 100, 200, 400, 800]

/** Retries a write when the server reports contention, up to five times within about a second. */
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
