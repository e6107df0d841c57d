import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import { RefusedByProvider, RetryLater } from '../../../core/provider-errors.ts'

const seconds = 1_000
const minutes = 60 * seconds

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json: what somebody has to mend on Discord. */
const mendable: Record<number, string> = {
  50001: 'the bot may not see the desk’s channel: give it access, or invite it again',
  50013:
    'the bot lacks a permission: View Channel, Send Messages, Create Public Threads, Send Messages in Threads, Manage Threads, Embed Links, Add Reactions, Read Message History',
}

/** What passes by itself: too many direct messages opened, an overloaded service, a blocked network. */
const passing = new Set([40_003, 40_062, 40_333, 130_000])

/**
 * What a failed call means for what was to be said. A lacking permission in the guild is mended by an admin, and
 * then what waited is delivered; a person who takes no direct messages, or a thread that was deleted, is final.
 */
export function providerErrorOf(error: unknown, place: 'desk' | 'direct' | undefined, log: Log): Error {
  if (error instanceof RateLimitError)
    return new RetryLater(`Discord: rate limit on ${error.route}`, Math.max(error.retryAfter, 250))
  if (error instanceof DiscordAPIError) return refusalOf(error, place, log)
  if (error instanceof HTTPError) return new RetryLater(`Discord answers ${error.status}`, 5 * seconds)
  return new RetryLater(`Discord can't be reached: ${(error as Error).message}`, 5 * seconds)
}

function refusalOf(error: DiscordAPIError, place: 'desk' | 'direct' | undefined, log: Log): Error {
  const code = Number(error.code)
  if (error.status === 401) {
    log.error('Discord refuses the bot’s token: set DISCORD_TOKEN to the one in the developer portal')
    return new RetryLater('Discord: the token is refused', 5 * minutes)
  }
  if (passing.has(code) || error.status === 429) return new RetryLater(`Discord: ${error.message}`, minutes)
  const remedy = place === 'direct' ? undefined : mendable[code]
  if (remedy || (place === 'desk' && code === 10_003)) {
    log.error({ code }, `Discord: ${remedy ?? 'there is no channel DISCORD_CHANNEL_ID that the bot can see'}`)
    return new RetryLater(`Discord: ${error.message}`, 2 * minutes)
  }
  if (code === 50_035)
    log.error({ reason: error.message, url: error.url }, 'Discord finds a message malformed')
  return new RefusedByProvider(`Discord: ${error.message} (${code})`)
}
