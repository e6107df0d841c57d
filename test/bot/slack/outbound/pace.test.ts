import { WebAPIRateLimitedError } from '@slack/web-api'
import { expect, test } from 'vitest'
import { createPace } from '../../../../bot/slack/outbound/pace.ts'
import { NotSentYet } from '../../../../core/provider-errors.ts'

const sent = (name: string) => async () => name
const neverEnds = () => new Promise<string>(() => undefined)
const settled = (results: Promise<unknown>[]) => Promise.allSettled(results)
const refusals = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((one) => (one.status === 'rejected' ? [one.reason as NotSentYet] : []))

test('what a channel takes at once is sent at once, and the rest waits for its turn, in order', async () => {
  const inTurn = createPace({ perSecond: 20 })
  const order: string[] = []
  const begun = Date.now()
  const send = (name: string) =>
    inTurn('C1', async () => {
      order.push(name)
    })
  await Promise.all(['a', 'b', 'c'].map(send))
  await Promise.all(['d', 'e'].map(send))
  expect(order).toEqual(['a', 'b', 'c', 'd', 'e'])
  // Three turns of 50 ms; a timer may fire a little early.
  expect(Date.now() - begun).toBeGreaterThan(140)
})

test('only a few wait for a channel. The others return later, each at another time', async () => {
  const inTurn = createPace({ perSecond: 1, now: () => 0 })
  const sending = Array.from({ length: 3 }, () => inTurn('C1', neverEnds))
  const others = await settled(Array.from({ length: 3 }, () => inTurn('C1', sent('x'))))
  expect(sending).toHaveLength(3)
  expect(refusals(others).map((error) => [error instanceof NotSentYet, error.afterMs])).toEqual([
    [true, 3_000],
    [true, 4_000],
    [true, 5_000],
  ])
})

test('a busy channel holds up no other', async () => {
  const inTurn = createPace({ perSecond: 1 })
  for (let one = 0; one < 3; one += 1) void inTurn('C1', neverEnds)
  expect(await inTurn('C2', sent('x'))).toBe('x')
})

test('many busy channels keep few places', async () => {
  const inTurn = createPace({ perSecond: 1 })
  const ids = Array.from({ length: 6 }, (_, index) => `C${index}`)
  for (const id of ids) for (let one = 0; one < 3; one += 1) inTurn(id, neverEnds).catch(() => undefined)
  // Five channels have two who wait, which makes ten.
  await expect(inTurn('C9', sent('x'))).rejects.toBeInstanceOf(NotSentYet)
})

test('after a 429 the whole channel waits for Retry-After, and no other does', async () => {
  let now = 0
  const inTurn = createPace({ perSecond: 20, now: () => now })
  const refused = inTurn('C1', () => Promise.reject(new WebAPIRateLimitedError(30)))
  const behind = inTurn('C1', sent('behind'))
  expect(refusals(await settled([refused, behind])).map(({ afterMs }) => afterMs)).toEqual([30_000, 30_000])
  now = 29_000
  await expect(inTurn('C1', sent('x'))).rejects.toMatchObject({ afterMs: 1_000 })
  expect(await inTurn('C2', sent('x'))).toBe('x')
  now = 30_000
  expect(await inTurn('C1', sent('x'))).toBe('x')
})

test('another failure closes no channel', async () => {
  const inTurn = createPace({ perSecond: 20 })
  await expect(inTurn('C1', () => Promise.reject(new Error('reset')))).rejects.toThrow('reset')
  expect(await inTurn('C1', sent('x'))).toBe('x')
})
