import type { Logger } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'

export const timeoutMs = 8_000

/**
 * Options for a client that makes every call only once. The client's own retries would post a message twice if only the
 * answer was lost, and would continue after a trigger_id has expired. Callers decide whether to retry.
 * @param apiUrl the Web API's base, e.g. "https://slack.com/api/"
 */
export const clientOptions = (apiUrl: string | undefined, logger: Logger): WebClientOptions => ({
  ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: timeoutMs,
  logger,
})
