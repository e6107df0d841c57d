import { RetryAfterError } from 'inngest'
import type { Log } from '../log.ts'

/** Logs the SDK's errors, except for runs that will be retried: `attemptTask` has already logged those. */
export function createRunLog(log: Log) {
  const ignore = () => undefined
  const error = (...args: unknown[]) => {
    const [{ err } = {}] = args as [{ err?: unknown }?]
    if (!(err instanceof RetryAfterError)) log.error(...(args as Parameters<Log['error']>))
  }
  return { error, warn: ignore, info: ignore, debug: ignore }
}
