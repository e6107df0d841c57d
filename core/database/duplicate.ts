/** The server's code for a key that is already there, the same on MongoDB and DocumentDB. */
export const isDuplicate = (error: unknown) =>
  typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 11000

/** DocumentDB may answer contending inserts of one unique key with these instead; a second try tells the truth. */
const contention = new Set<unknown>([16908292, 112, 251])

const isContention = (error: unknown) =>
  typeof error === 'object' &&
  error !== null &&
  (contention.has((error as { code?: unknown }).code) || /deadlock detected/i.test(String(error)))

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
