import { type RateLimitData, RateLimitError } from 'discord.js'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { providerErrorOf } from '../../../../bot/discord/outbound/provider-error.ts'
import { RetryLater, RetryThisLater } from '../../../../core/provider-errors.ts'

const limit: RateLimitData = {
  ...{ global: false, hash: 'messages', limit: 5, majorParameter: '1', method: 'POST', scope: 'user' },
  ...{ route: '/channels/:id/messages', url: '', timeToReset: 4_000, retryAfter: 4_000, sublimitTimeout: 0 },
}
const errorOf = (data: Partial<RateLimitData>) =>
  providerErrorOf(new RateLimitError({ ...limit, ...data }), undefined, pino({ level: 'silent' }))

test('a channel that takes no more messages holds up no other', () => {
  const error = errorOf({})
  expect(error).toBeInstanceOf(RetryThisLater)
  expect(error).toMatchObject({ afterMs: 4_000 })
})

test('a limit of all calls pauses all', () => {
  const error = errorOf({ global: true, scope: 'global' })
  expect(error).toBeInstanceOf(RetryLater)
  expect(error).not.toBeInstanceOf(RetryThisLater)
})
