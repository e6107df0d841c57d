import pTimeout from 'p-timeout'
import type { Log } from '../core/log.ts'

const maxStepMs = 3_000

/** Runs the steps one after the other. A step that hangs or fails does not keep the next one from running. */
export async function stopInOrder(steps: (() => unknown)[], log: Log) {
  for (const step of steps)
    await pTimeout(Promise.resolve().then(step), { milliseconds: maxStepMs, message: false }).catch(
      (error: Error) => log.warn({ reason: error.message }, 'A part of the desk did not stop cleanly'),
    )
}

/** A terminal and npm both pass on the same Ctrl-C. */
const samePressMs = 500

/** The first Ctrl-C stops the desk in order, the second one at once. After 9.5 s the process exits anyway. */
export function stopOnSignals(stop: () => Promise<void>) {
  let stoppingSince: number | undefined
  const begin = () => {
    if (stoppingSince !== undefined) {
      if (Date.now() - stoppingSince > samePressMs) process.exit(130)
      return
    }
    stoppingSince = Date.now()
    setTimeout(() => process.exit(1), 9_500).unref()
    void stop().then(() => process.exit(0))
  }
  process.on('SIGINT', begin)
  process.on('SIGTERM', begin)
}
