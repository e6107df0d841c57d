import { type DestinationStream, type Logger, pino } from 'pino'
import { logContext } from './log-context.ts'

export type Log = Logger

/**
 * Structured logs on standard output. What could be a secret or a person's words is cut out by name,
 * wherever an object that holds it is logged. Each line says for which request or ticket it was written, where that is
 * known.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    mixin: logContext,
    redact: {
      paths: ['password', 'token', 'authorization', 'cookie', 'title', 'description', 'body', 'text'].flatMap(
        (name) => [name, `*.${name}`],
      ),
      censor: '[redacted]',
    },
  }
  return destination ? pino(options, destination) : pino(options)
}
