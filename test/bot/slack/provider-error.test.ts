import {
  type WebAPICallResult,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { expect, test } from 'vitest'
import { providerErrorOf } from '../../../bot/slack/provider-error.ts'
import { RefusedByProvider, RetryLater } from '../../../core/provider-errors.ts'

const says = (error: string) =>
  new WebAPIPlatformError({ ok: false, error } as WebAPICallResult & { error: string })

test.each([
  ['a rate limit', new WebAPIRateLimitedError(30), 30_000],
  ['no network', new WebAPIRequestError(new Error('ECONNREFUSED')), 5_000],
  ['a 503', new WebAPIHTTPError(503, 'Unavailable', {}, ''), 5_000],
  ['a timeout while reading', new DOMException('The operation timed out', 'TimeoutError'), 5_000],
  ['trouble inside Slack', says('internal_error'), 5_000],
  ["a proxy's page instead of an answer", says('<html>Bad Gateway</html>'), 5_000],
  ['a wrong token', says('invalid_auth'), 600_000],
  ['a scope that was not granted', says('missing_scope'), 600_000],
])('%s is tried again later', (_, error, afterMs) => {
  const result = providerErrorOf(error)
  expect(result).toBeInstanceOf(RetryLater)
  expect(result).toMatchObject({ afterMs })
})

test.each([
  'channel_not_found',
  'user_not_found',
  'is_archived',
  'cannot_dm_bot',
  'message_not_found',
  'invalid_blocks',
])('%s is never tried again', (code) => {
  expect(providerErrorOf(says(code))).toBeInstanceOf(RefusedByProvider)
})
