import { describe, expect, test } from 'vitest'
import { failureOf } from '../../../../core/triage/gemini/gemini-failure.ts'

const retryIn = (delay: string) => ({
  error: {
    code: 429,
    details: [
      { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [{ quotaId: 'PerMinute' }] },
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: delay },
    ],
  },
})
const dailyQuota = {
  error: { details: [{ violations: [{ quotaId: 'GenerateRequestsPerDayPerProject-FreeTier' }] }] },
}

describe('another try may help', () => {
  test.each<[string, number, string | null, unknown, number]>([
    ['the header’s seconds', 429, '7', null, 7_000],
    ['the header before the body', 429, '7', retryIn('3s'), 7_000],
    ['the body’s seconds', 429, null, retryIn('3s'), 3_000],
    ['a part of a second', 429, null, retryIn('0.5s'), 500],
    ['two seconds when nobody says', 429, null, null, 2_000],
    ['two seconds for a date', 429, 'Wed, 21 Oct 2026 07:28:00 GMT', null, 2_000],
    ['two seconds when overloaded', 503, null, { error: {} }, 2_000],
    ['two seconds for a broken gateway', 502, null, '<html>', 2_000],
  ])('after %s', (_name, status, header, body, afterMs) => {
    expect(failureOf(status, header, body).retryAfterMs).toBe(afterMs)
  })
})

describe('no other try helps', () => {
  test.each<[number, unknown, string]>([
    [429, dailyQuota, "Gemini's quota for today is spent"],
    [
      400,
      { error: { message: 'API key not valid', status: 'INVALID_ARGUMENT' } },
      'Gemini refused the request (400)',
    ],
    [403, null, 'Gemini refused the request (403)'],
    [404, 'not found', 'Gemini refused the request (404)'],
  ])('%i', (status, body, reason) => {
    expect(failureOf(status, '5', body)).toMatchObject({ message: reason, retryAfterMs: undefined })
  })
})

test.each<unknown>([
  undefined,
  'text',
  7,
  [],
  { error: null },
  { error: { details: 'x' } },
  { error: { details: [null] } },
])('a body that makes no sense is no crash: %j', (body) =>
  expect(failureOf(429, null, body).message).toBe('Gemini is rate limited'),
)

test('says nothing of what was sent', () => {
  const body = { error: { message: 'API key AIzaSecret not valid' } }
  expect(failureOf(400, null, body).message).not.toContain('AIza')
})
