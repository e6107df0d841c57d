import type { Log } from '../core/log.ts'

const eachMs = 3_000

/** Stops one thing after the other; one that hangs or fails keeps none of the others from stopping. */
export async function stopInOrder(steps: (() => unknown)[], log: Log) {
  for (const step of steps) {
    const late = new Promise((resolve) => setTimeout(resolve, eachMs).unref())
    await Promise.race([Promise.resolve().then(step), late]).catch((error: Error) =>
      log.warn({ reason: error.message }, 'something did not stop cleanly'),
    )
  }
}

/** The first Ctrl-C stops the desk in order, a second one at once. After 10 s it ends whatever hangs. */
export function stopOnSignals(stop: () => Promise<void>) {
  let stopping = false
  const begin = () => {
    if (stopping) process.exit(130)
    stopping = true
    setTimeout(() => process.exit(1), 9_500).unref()
    void stop().then(() => process.exit(0))
  }
  process.on('SIGINT', begin)
  process.on('SIGTERM', begin)
}
