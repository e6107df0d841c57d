import { RetryAfterError } from 'inngest'
import type { Log } from '../log.ts'

/** Logs the SDK's errors, except for runs that will be retried: `attemptTask` has already logged those. */
export function createRunLog(log: Log) {
  const ignore = () => undefined
  const error = (...said: unknown[]) => {
    const [{ err } = {}] = said as [{ err?: unknown }?]
    if (!(err instanceof RetryAfterError)) log.error(...(said as Parameters<Log['error']>))
  }
  return { error, warn: ignore, info: ignore, debug: ignore }
}
