import { setTimeout } from 'node:timers/promises'

const longestPauseMs = 30_000

/** @param failures in a row so far, from 1 @returns milliseconds: 1, 2, 4, … 30 s, less up to a quarter at random */
export const pauseMs = (failures: number, random = Math.random()) =>
  Math.min(1_000 * 2 ** (failures - 1), longestPauseMs) * (1 - random / 4)

/** Runs a task until it succeeds or is told to stop. @returns the task's result; undefined when stopped */
export async function keepTrying<T>(
  task: () => Promise<T>,
  { signal, onFailure }: { signal: AbortSignal; onFailure: (error: unknown) => void },
): Promise<T | undefined> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await task()
    } catch (error) {
      if (signal.aborted) return
      onFailure(error)
      await setTimeout(pauseMs(failures), undefined, { signal, ref: false }).catch(() => {})
    }
  }
  return
}
