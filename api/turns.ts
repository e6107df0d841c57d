import PQueue from 'p-queue'
import { tooMany } from '../core/errors.ts'

/** @property concurrency how many work at a time @property maxWaitMs how long the others wait for their turn */
export type TurnLimits = { concurrency: number; maxWaitMs: number }

/**
 * Lets a few requests work at a time. The others wait, and are refused before their clients give up.
 * @returns runs `work` in its turn @throws too-many when its turn has not come in time; what `work` throws
 */
export function createTurns({ concurrency, maxWaitMs }: TurnLimits) {
  const queue = new PQueue({ concurrency })

  return async <T>(work: () => Promise<T>): Promise<T> => {
    const waiting = new AbortController()
    const tooLong = () => waiting.abort(tooMany('Too much arrives at once.', maxWaitMs / 1_000))
    const timer = setTimeout(tooLong, maxWaitMs).unref()
    const inTurn = () => {
      clearTimeout(timer)
      return work()
    }
    return queue.add(inTurn, { signal: waiting.signal })
  }
}
