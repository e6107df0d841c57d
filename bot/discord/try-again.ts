import { setTimeout as sleep } from 'node:timers/promises'

const tries = 3

/** Asks a database that stumbles again, for what may be done twice. @throws what the last try throws */
export async function tryAgain<T>(
  attempt: () => Promise<T>,
  onFailure: (error: unknown) => void,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt()
    } catch (error) {
      if (tried === tries) throw error
      onFailure(error)
      await sleep(500 * tried)
    }
  }
}
