import type { Log } from '../../../core/log.ts'
import { retryForever } from '../../../core/retry-forever.ts'

const firstPauseMs = 5_000
const longestPauseMs = 5 * 60_000

/**
 * Reads missed messages in the background, one read at a time. A failed read is repeated until the signal aborts.
 * @param readOnce reads all messages since the last position
 */
export function createMissedReader(
  readOnce: () => Promise<void>,
  { signal, log }: { signal: AbortSignal; log: Log },
) {
  let reading: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  function read() {
    reading = reading.then(() =>
      retryForever(readOnce, {
        signal,
        pauses: { firstMs: firstPauseMs, longestMs: firstPauseMs },
        onFailure: (error) => log.warn({ err: error }, 'Missed Discord messages could not be read yet'),
      }),
    )
  }

  /**
   * Reads again after a pause, because a message could not be handled.
   * @param failures how often that message has failed, from 1
   */
  function readLater(failures: number) {
    if (signal.aborted) return
    timer ??= setTimeout(
      () => {
        timer = undefined
        read()
      },
      Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs),
    )
  }

  signal.addEventListener('abort', () => clearTimeout(timer))
  return { read, readLater }
}
