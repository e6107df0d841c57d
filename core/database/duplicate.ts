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
  typeof error === 'object' &&
  error !== null &&
  (contention.has((error as { code?: unknown }).code) ||
    /deadlock detected|exclusion constraint/i.test(String(error)))

/** Runs a write again, at most twice, when the server says that writers got in each other's way. */
export async function retryContention<T>(write: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await write()
    } catch (error) {
      if (tries === 2 || !isContention(error)) throw error
      await new Promise((done) => setTimeout(done, 20 + Math.random() * 60))
    }
  }
}
