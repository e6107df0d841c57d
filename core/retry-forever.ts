import { setTimeout } from 'node:timers/promises'

type Pauses = { firstMs: number; maxMs: number }

/**
 * The pause before the next attempt. It doubles with each failure, up to `maxMs`, minus a random part of up to a
 * quarter.
 * @param failures consecutive failures so far, from 1 @returns milliseconds
 */
export const pauseMs = (failures: number, { firstMs, maxMs }: Pauses, random = Math.random()) =>
  Math.min(firstMs * 2 ** (failures - 1), maxMs) * (1 - random / 4)

/** Retries a task until it succeeds or the signal aborts. @returns the task's result, or undefined when aborted */
export async function retryForever<T>(
  task: () => Promise<T>,
  {
    signal,
    onFailure,
    pauses = { firstMs: 1_000, maxMs: 30_000 },
  }: { signal: AbortSignal; onFailure: (error: unknown) => void; pauses?: Pauses },
): Promise<T | undefined> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await task()
    } catch (error) {
      if (signal.aborted) return
      onFailure(error)
      await setTimeout(pauseMs(failures, pauses), undefined, { signal, ref: false }).catch(() => {})
    }
  }
  return
}
