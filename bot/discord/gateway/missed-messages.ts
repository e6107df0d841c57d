import type { Log } from '../../../core/log.ts'
import { retryForever } from '../../../core/retry-forever.ts'

const pauses = { firstMs: 5_000, maxMs: 5 * 60_000 }

/**
 * Reads missed messages in the background, one read at a time. A failed read is repeated, less and less often, until the
 * signal aborts.
 * @param readOnce reads all messages since the last position
 * @param onChange is called with the reason when a read fails, and with null when one succeeds
 */
export function createMissedReader(
  readOnce: () => Promise<void>,
  { signal, log, onChange }: { signal: AbortSignal; log: Log; onChange: (problem: string | null) => void },
) {
  let reading: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let problem: string | null = null
  let current = new AbortController()

  function note(now: string | null) {
    if (now === problem) return
    problem = now
    onChange(now)
  }

  /** Reads now, also if an earlier read waits for its next try. */
  function read() {
    current.abort()
    current = new AbortController()
    const mine = AbortSignal.any([signal, current.signal])
    reading = reading.then(() =>
      retryForever(() => readOnce().then(() => note(null)), {
        signal: mine,
        pauses,
        onFailure: (error) => {
          const { message } = error as Error
          log.warn({ reason: message }, 'Missed Discord messages could not be read yet')
          note(message)
        },
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
      Math.min(pauses.firstMs * 2 ** (failures - 1), pauses.maxMs),
    )
  }

  signal.addEventListener('abort', () => clearTimeout(timer))
  return { read, readLater, problem: () => problem }
}
