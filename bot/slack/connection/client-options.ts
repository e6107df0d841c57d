import type { Logger } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'

export const timeoutMs = 8_000

/**
 * Makes every call to Slack once. The client's own retry would post a message twice when only the answer was lost, and
 * would go on after a trigger_id has expired. Callers decide about another try.
 * @param apiUrl the Web API's base, e.g. "https://slack.com/api/"
 */
export const clientOptions = (apiUrl: string | undefined, logger: Logger): WebClientOptions => ({
  ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: timeoutMs,
  logger,
})
