import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import {
  GoneAtProvider,
  RefusedByProvider,
  RetryLater,
  RetryThisLater,
  TextRefused,
  TooManyThreads,
} from '../../../core/provider-errors.ts'
import { permissions } from '../setup/permissions.ts'

const seconds = 1_000
const minutes = 60 * seconds

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json: problems that an admin fixes on Discord. */
const fixable: Record<number, string> = {
  50001: 'the bot cannot see the desk’s channel. Give it access, or invite it again.',
  40067: 'the forum requires a tag and has none. Add one, or give the bot the permission Manage Channels.',
  50013: `the bot lacks one of these permissions: ${permissions.map(({ name }) => name).join(', ')}.`,
}

/** The server has 1,000 active threads, or so many announcements. The caller archives some. */
const tooManyThreads = new Set([160_006, 160_007])
const threadLocked = 160_005

/** The text is refused: a form error, explicit content, AutoMod, or the filter of harmful links. */
const textRefused = new Set([50_035, 20_009, 200_000, 200_001, 240_000])

/** Temporary errors: too many new direct messages, an overloaded service, a blocked network. */
const temporary = new Set([40_003, 40_062, 40_333, 130_000])

/**
 * Decides whether to retry a failed call. A missing permission is retried, since an admin can grant it. A person who
 * accepts no direct messages or a deleted thread is not.
 */
export function providerErrorOf(error: unknown, channelKind: 'desk' | 'direct' | undefined, log: Log): Error {
  if (error instanceof RateLimitError) {
    // A bucket is of one channel. Others continue.
    const Wait = error.global ? RetryLater : RetryThisLater
    return new Wait(`Discord: rate limit on ${error.route}`, Math.max(error.retryAfter, 250))
  }
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
  const reason = `Discord: ${error.message} (${code})`
  if (tooManyThreads.has(code)) return new TooManyThreads(reason, 5 * minutes)
  if (code === threadLocked) {
    const remedy = 'Give the bot the permission Manage Threads, or unlock the thread.'
    log.error({ code, url: error.url }, `Discord: a ticket’s thread is locked. ${remedy}`)
    return new RetryThisLater(reason, 5 * minutes)
  }
  if (textRefused.has(code)) {
    log.error({ code, reason: error.message, url: error.url }, 'Discord refuses a text')
    return new TextRefused(reason)
  }
  if (code === 10_008) return new GoneAtProvider(reason, 'message')
  if (code === 10_003 && !channelKind) return new GoneAtProvider(reason, 'thread')
  return new RefusedByProvider(reason)
}
