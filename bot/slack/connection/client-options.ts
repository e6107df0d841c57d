import type { Logger } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'

export const timeoutMs = 8_000

/**
 * How every call to Slack is made: once. The client's own retry would post a message twice when only its answer was
 * lost, and would still be trying when a trigger_id has long expired; whoever called decides about another try.
 * @param apiUrl the Web API's base, e.g. "https://slack.com/api/"
 */
export const clientOptions = (apiUrl: string | undefined, logger: Logger): WebClientOptions => ({
  ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: timeoutMs,
  logger,
})
