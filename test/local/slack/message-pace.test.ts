import { expect, test } from 'vitest'
import { createMessagePace } from '../../../local/slack/message-pace.ts'

const post = (channel: string) => ['chat.postMessage', { channel }] as const

test('a channel takes a few messages at once, then one a second, and says when', () => {
  let now = 0
  const take = createMessagePace({ perSecond: 1, burst: 2 }, () => now)
  expect([take(...post('C1')), take(...post('C1'))]).toEqual([undefined, undefined])
  now = 100
  expect(take(...post('C1'))).toMatchObject({ status: 429, retryAfter: 1 })
  expect(take(...post('C2'))).toBeUndefined()
  expect(take('chat.update', { channel: 'C1' })).toBeUndefined()
  now = 1_100
  expect(take(...post('C1'))).toBeUndefined()
  expect(take(...post('C1'))).toMatchObject({ status: 429 })
})

test('without a pace it takes all', () => {
  const take = createMessagePace(undefined)
  for (let one = 0; one < 100; one += 1) expect(take(...post('C1'))).toBeUndefined()
})
