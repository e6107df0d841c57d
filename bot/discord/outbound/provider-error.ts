import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import {
  GoneAtProvider,
  RefusedByProvider,
  RetryLater,
  RetryThisLater,
  TextRefused,
} from '../../../core/provider-errors.ts'

const seconds = 1_000
const minutes = 60 * seconds

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json: problems that an admin fixes on Discord. */
const fixable: Record<number, string> = {
  50001: 'the bot cannot see the desk’s channel. Give it access, or invite it again.',
  50013:
    'the bot lacks one of these permissions: View Channel, Send Messages, Create Public Threads, Send Messages in Threads, Manage Threads, Embed Links, Attach Files, Add Reactions, Read Message History.',
}

/** Problems of one thread that an admin fixes on Discord. */
const fixableInThread: Record<number, string> = {
  160005: 'a ticket’s thread is locked. Give the bot the permission Manage Threads, or unlock the thread.',
  160006: 'the server has as many active threads as Discord allows. Archive some: tickets wait for theirs.',
  160007: 'the server has as many active threads as Discord allows. Archive some: tickets wait for theirs.',
}

/** The text is refused: a form error, explicit content, AutoMod, or the filter of harmful links. */
const textRefused = new Set([50_035, 20_009, 200_000, 200_001, 240_000])

/** Temporary errors: too many new direct messages, an overloaded service, a blocked network. */
const temporary = new Set([40_003, 40_062, 40_333, 130_000])

/**
 * Decides whether to retry a failed call. A missing permission is retried, since an admin can grant it. A person who
 * accepts no direct messages or a deleted thread is not.
 */
export function providerErrorOf(error: unknown, channelKind: 'desk' | 'direct' | undefined, log: Log): Error {
  if (error instanceof RateLimitError)
    return new RetryLater(`Discord: rate limit on ${error.route}`, Math.max(error.retryAfter, 250))
  if (error instanceof DiscordAPIError) return refusalOf(error, channelKind, log)
  if (error instanceof HTTPError) return new RetryLater(`Discord answers ${error.status}`, 5 * seconds)
  return new RetryLater(`Discord is unreachable: ${(error as Error).message}`, 5 * seconds)
}

function refusalOf(error: DiscordAPIError, channelKind: 'desk' | 'direct' | undefined, log: Log): Error {
  const code = Number(error.code)
  if (error.status === 401) {
    log.error('Discord rejects the token. Set DISCORD_TOKEN to the bot’s token from the developer portal.')
    return new RetryLater('Discord: the token is rejected', 5 * minutes)
  }
  if (temporary.has(code) || error.status === 429) return new RetryLater(`Discord: ${error.message}`, minutes)
  const remedy = channelKind === 'direct' ? undefined : fixable[code]
  if (remedy || (channelKind === 'desk' && code === 10_003)) {
    log.error({ code }, `Discord: ${remedy ?? 'the bot sees no channel DISCORD_CHANNEL_ID'}`)
    return new RetryLater(`Discord: ${error.message}`, 2 * minutes)
  }
  const remedyInThread = fixableInThread[code]
  if (remedyInThread) {
    log.error({ code, url: error.url }, `Discord: ${remedyInThread}`)
    return new RetryThisLater(`Discord: ${error.message} (${code})`, 5 * minutes)
  }
  if (textRefused.has(code)) {
    log.error({ code, reason: error.message, url: error.url }, 'Discord refuses a text')
    return new TextRefused(`Discord: ${error.message} (${code})`)
  }
  if (code === 10_008) return new GoneAtProvider(`Discord: ${error.message} (${code})`, 'message')
  if (code === 10_003 && !channelKind)
    return new GoneAtProvider(`Discord: ${error.message} (${code})`, 'thread')
  return new RefusedByProvider(`Discord: ${error.message} (${code})`)
}
