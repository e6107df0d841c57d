import type { Logger } from '@slack/bolt'
import { LogLevel } from '@slack/bolt'
import type { Log } from '../../../core/log.ts'

/**
 * Passes the log of Bolt and the Slack client to the desk's log. It drops debug lines, which contain whole requests
 * with people's messages and tokens. Of an error it keeps only the message.
 */
export function boltLog(log: Log): Logger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log[level]({ from: 'slack client' }, parts.map(asText).join(' '))
  return {
    debug: () => {},
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}

const asText = (part: unknown) => {
  if (part instanceof Error) return part.message
  return typeof part === 'string' || typeof part === 'number' ? String(part) : ''
}
