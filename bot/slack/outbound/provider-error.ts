import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api'
import { GoneAtProvider, RefusedByProvider, RetryLater } from '../../../core/provider-errors.ts'

const soonMs = 5_000
const untilFixedMs = 10 * 60_000

/** Temporary errors on Slack's side: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const temporary = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'accesslimited',
  'external_channel_migrating',
])

/** Errors of a misconfigured app. The message waits until an admin has fixed it. */
const misconfigured = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_expired',
  'token_revoked',
  'missing_scope',
  'not_allowed_token_type',
  'no_permission',
  'access_denied',
  'app_missing_action_url',
  'ekm_access_denied',
  'org_login_required',
  'team_access_not_granted',
  'enterprise_is_restricted',
  'messages_tab_disabled',
])

export const isMisconfigured = (code: string) => misconfigured.has(code)

/** The error code in Slack's answer, e.g. "channel_not_found". Null for other errors. */
export const refusalCodeOf = (error: unknown): string | null =>
  error instanceof WebAPIPlatformError ? String(error.data.error) : null

/** The scope that the app lacks, e.g. "files:read". Undefined for other errors. */
export function neededScope(error: unknown): string | undefined {
  const data: object = error instanceof WebAPIPlatformError ? error.data : {}
  return 'needed' in data && typeof data.needed === 'string' ? data.needed : undefined
}

/**
 * Decides whether to retry a failed call. A code in neither list concerns this message or this person
 * (channel_not_found, user_disabled, is_archived, cannot_dm_bot, invalid_blocks, …). Slack would refuse it again.
 */
export function providerErrorOf(error: unknown): RetryLater | RefusedByProvider {
  if (error instanceof WebAPIRateLimitedError)
    return new RetryLater('Slack: rate limited', error.retryAfter * 1_000)
  const code = refusalCodeOf(error)
  if (code === null) return new RetryLater(`Slack: ${error instanceof Error ? error.message : error}`, soonMs)
  if (misconfigured.has(code)) return new RetryLater(`Slack: ${code}`, untilFixedMs)
  // When the body is not JSON, such as a proxy's error page, the client reports the body as the code.
  if (temporary.has(code) || !/^[a-z_]+$/.test(code))
    return new RetryLater(`Slack: ${code.slice(0, 60)}`, soonMs)
  // An admin of the workspace may delete any message.
  if (code === 'message_not_found') return new GoneAtProvider(`Slack: ${code}`, 'message')
  if (code === 'thread_not_found') return new GoneAtProvider(`Slack: ${code}`, 'thread')
  return new RefusedByProvider(`Slack: ${code}`)
}
