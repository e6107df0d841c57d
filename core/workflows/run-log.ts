import { RetryAfterError } from 'inngest'
import type { Log } from '../log.ts'

/** What the SDK says of runs, but for those that are to be tried again: functions.ts has said so, once and with the reason. */
export function createRunLog(log: Log) {
  const ignore = () => undefined
  const error = (...said: unknown[]) => {
    const [{ err } = {}] = said as [{ err?: unknown }?]
    if (!(err instanceof RetryAfterError)) log.error(...(said as Parameters<Log['error']>))
  }
  return { error, warn: ignore, info: ignore, debug: ignore }
}
