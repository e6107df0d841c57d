import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import type { QualityTask } from './password-quality-worker.ts'
import type { PasswordTask } from './password-worker.ts'

/** The hash of an unknown password. Comparing with it takes as long when an account doesn't exist. */
const hashOfNobody = '$2b$10$SIoEWXVRZ9DOHU865pqRFe7gnJT8KA98LhrXnA6vDqV3GhBFbzGam'

const qualityWorker = new URL('./password-quality-worker.ts', import.meta.url).href

/**
 * Hashes passwords in worker threads. In the main thread, one sign-in would block all requests for 100 ms.
 * @param threads how many passwords are hashed at once, further ones wait
 */
export function createPasswordHasher(threads = availableParallelism()) {
  const pool = new Piscina<PasswordTask | QualityTask, string | boolean>({
    filename: new URL('./password-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
    maxQueue: 1_000,
  })

  return {
    hash: async (password: string) => String(await pool.run({ password })),
    /** @param hash null without an account or password: takes as long and returns false */
    matches: async (password: string, hash: string | null) =>
      (await pool.run({ password, hash: hash ?? hashOfNobody })) === true && hash !== null,
    /** @param context words that are no secret @returns whether the password is hard to guess */
    isGood: async (password: string, context: string[]) =>
      (await pool.run({ password, context }, { filename: qualityWorker })) === true,
    close: () => pool.close({ force: true }),
  }
}

export type PasswordHasher = ReturnType<typeof createPasswordHasher>
