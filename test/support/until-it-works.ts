import { setTimeout as sleep } from 'node:timers/promises'
import { RetryLater } from '../../core/provider-errors.ts'

/** Delivers as Inngest does: tries again after RetryLater, though sooner. Undefined: the signal has aborted. */
export async function untilItWorks(deliver: () => Promise<unknown>, signal: AbortSignal) {
  while (!signal.aborted) {
    try {
      return await deliver()
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error
      await sleep(Math.min(error.afterMs, 200))
    }
  }
  return
}
