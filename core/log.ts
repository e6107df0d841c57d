import { type DestinationStream, type Logger, pino } from 'pino'
import { logContext } from './log-context.ts'

export type Log = Logger

/**
 * Structured logs on standard output. Fields that could hold a secret or text by a person are redacted by name, at the
 * top level of a logged object and one level below. Each line names its request or ticket, if known.
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    mixin: logContext,
    serializers: { err: errorOf },
    hooks: { streamWrite: escapeInvisible },
    redact: {
      paths: ['password', 'token', 'authorization', 'cookie', 'title', 'description', 'body', 'text'].flatMap(
        (name) => [name, `*.${name}`],
      ),
      censor: '[redacted]',
    },
  }
  return destination ? pino(options, destination) : pino(options)
}

/**
 * JSON leaves these characters raw: control characters of 8-bit terminals, line separators, and marks that override the
 * direction of text. They could move a terminal's cursor or make a line read as another one.
 */
const escapeInvisible = (line: string) =>
  line.replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

type Told = { type: string; message: string; stack: string; code?: string | number; cause?: Told }

/**
 * Logs only an error's own properties. The database driver's errors also carry the rejected documents, and after
 * `dup key`, MongoDB's messages quote values that may be personal.
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
