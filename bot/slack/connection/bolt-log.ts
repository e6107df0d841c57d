import type { Logger } from '@slack/bolt'
import { LogLevel } from '@slack/bolt'
import type { Log } from '../../../core/log.ts'

/**
 * Bolt's and the Slack client's own logging, through the desk's log. Their debug lines hold whole requests with
 * people's words and tokens, so those never get out, and of an error only its message does.
 */
export function boltLog(log: Log): Logger {
  const say =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log[level]({ from: 'slack client' }, parts.map(inWords).join(' '))
  return {
    debug: () => {},
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}

const inWords = (part: unknown) => {
  if (part instanceof Error) return part.message
  return typeof part === 'string' || typeof part === 'number' ? String(part) : ''
}
