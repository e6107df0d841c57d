import { type Logger, pino } from 'pino'

export type Log = Logger

/**
 * Structured logs on standard output. What could be a secret or a person's words is cut out by name,
 * wherever an object that holds it is logged.
 */
export function createLog(level: string): Log {
  return pino({
    level,
    redact: {
      paths: ['password', 'token', 'authorization', 'cookie', 'title', 'description', 'body', 'text'].flatMap(
        (name) => [name, `*.${name}`],
      ),
      censor: '[redacted]',
    },
  })
}
