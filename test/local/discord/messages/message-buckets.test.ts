import { expect, test } from 'vitest'
import { createMessageBuckets } from '../../../../local/discord/messages/message-buckets.ts'

const post = (channel: string) => ['POST', `/channels/${channel}/messages`] as const

test('a channel says how many messages it still takes, and refuses more until its time is over', () => {
  let now = 10_000
  const take = createMessageBuckets({ limit: 2, perMs: 5_000 }, () => now)
  expect(take(...post('1')).headers).toEqual({
    'x-ratelimit-limit': '2',
    'x-ratelimit-remaining': '1',
    'x-ratelimit-reset': '15.000',
    'x-ratelimit-reset-after': '5.000',
    'x-ratelimit-bucket': 'messages',
  })
  now = 11_000
  expect(take(...post('1')).headers).toMatchObject({ 'x-ratelimit-remaining': '0' })
  expect(take(...post('1')).failure).toMatchObject({
    status: 429,
    body: { retry_after: 4, global: false },
    headers: { 'x-ratelimit-reset-after': '4.000', 'retry-after': '4' },
  })
  expect(take(...post('2')).failure).toBeUndefined()
  expect(take('GET', '/channels/1/messages')).toEqual({})
  now = 15_000
  expect(take(...post('1')).failure).toBeUndefined()
})
