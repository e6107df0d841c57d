/** What DocumentDB says, under the code of any internal error, when an update (not an insert) meets a taken key. */
const takenKey = /violates exclusion constraint/

/** A key that is already there: code 11000 on both databases, but for updates on DocumentDB. */
export function isDuplicate(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, message } = error as { code?: unknown; message?: unknown }
  return code === 11000 || (code === 1 && takenKey.test(String(message)))
}

/** DocumentDB may answer contending inserts of one unique key with these instead; a second try tells the truth. */
const contention = new Set<unknown>([16908292, 112, 251])

const isContention = (error: unknown) =>
  !isDuplicate(error) &&
  typeof error === 'object' &&
  error !== null &&
  (contention.has((error as { code?: unknown }).code) || /deadlock detected/i.test(String(error)))

/** Pauses before another try, at most, in ms. They grow: ten writers that stop each other need a quarter of a second to get by. */
const pausesMs = [50, 100, 200, 400, 800]

/** Runs a write again, five times in about a second, when the server says that writers got in each other's way. */
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
