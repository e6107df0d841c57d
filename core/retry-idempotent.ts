import { setTimeout as sleep } from 'node:timers/promises'
import { isRefusal } from './errors.ts'

const maxTries = 3

/**
 * Tries idempotent work up to 3 times within some seconds, e.g. while the database fails over.
 * @throws the last error; a refusal at once, since trying again changes nothing
 */
export async function retryIdempotent<T>(
  attempt: () => Promise<T>,
  onFailure: (error: unknown) => void = () => undefined,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries === maxTries || isRefusal(error)) throw error
      onFailure(error)
      await sleep(500 * tries)
    }
  }
}
