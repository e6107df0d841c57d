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
    serializers: { err: errorOf },
    redact: {
      paths: ['password', 'token', 'authorization', 'cookie', 'title', 'description', 'body', 'text'].flatMap(
        (name) => [name, `*.${name}`],
      ),
      censor: '[redacted]',
    },
  }
  return destination ? pino(options, destination) : pino(options)
}

type Told = { type: string; message: string; stack: string; code?: string | number; cause?: Told }

/**
 * What an error says of itself, and no more: the database driver's carry the documents that were refused, and on MongoDB the words
 * after `dup key` are a person's.
 */
function errorOf(error: unknown): Told | string {
  if (!(error instanceof Error)) return typeof error
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return {
    type: error.name,
    message: withoutValues(error.message),
    stack: withoutValues(error.stack ?? ''),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(cause instanceof Error ? { cause: errorOf(cause) as Told } : {}),
  }
}

const withoutValues = (text: string) => text.replaceAll(/dup key: \{[^\n]*\}/g, 'dup key')
