import { beforeAll, describe, expect, test } from 'vitest'
import { deliverOnce } from '../../../../core/notifications/deliveries/deliver-once.ts'
import { createDeliveryStore } from '../../../../core/notifications/deliveries/delivery-store.ts'
import type { Sending } from '../../../../core/notifications/messengers/sending.ts'
import { NotSentYet, RefusedByProvider, RetryLater } from '../../../../core/provider-errors.ts'
import { monday } from '../../../support/ticket-fixture.ts'
import { ownDatabase } from '../../own-database.ts'

const database = ownDatabase()
let place: Parameters<typeof deliverOnce>[0]
beforeAll(async () => {
  place = { deliveries: createDeliveryStore(database()), now: () => monday }
})

/** A provider that does what it is told, call by call, and writes down how it was asked. */
function provider(...answers: (string | Error)[]) {
  const asked: Sending[] = []
  const send = async (sending: Sending) => {
    asked.push(sending)
    const answer = answers[asked.length - 1]
    if (typeof answer === 'string') return answer
    throw answer ?? new Error('asked once too often')
  }
  return { asked, send }
}
const row = (id: string) => ({ _id: id, channel: 'slack' as const, about: 'comment', to: null })
const stored = (id: string) => database().deliveries.findById(id).lean()

describe('delivering once', () => {
  test('the first time need not look, and what was sent is kept', async () => {
    const { asked, send } = provider('ts-1')
    expect(await deliverOnce(place, row('first'), send)).toBe('ts-1')
    expect(asked).toEqual([{ key: 'first', mayExist: false }])
    expect(await stored('first')).toMatchObject({
      state: 'sent',
      providerId: 'ts-1',
      error: null,
      startedAt: monday,
      finishedAt: monday,
    })
  })

  test('a row is forgotten after 400 days, by itself', async () => {
    await deliverOnce(place, row('old'), provider('ts-1').send)
    const days = ((await stored('old'))?.forgetAt.getTime() ?? 0) / 86_400_000 - Date.now() / 86_400_000
    expect(days).toBeCloseTo(400, 1)
    const indexes = await database().deliveries.collection.indexes()
    expect(indexes).toContainEqual(expect.objectContaining({ key: { forgetAt: 1 }, expireAfterSeconds: 0 }))
  })

  test('what was sent is not sent again', async () => {
    const { asked, send } = provider('ts-1')
    await deliverOnce(place, row('sent'), send)
    expect(await deliverOnce(place, row('sent'), send)).toBe('ts-1')
    expect(asked).toHaveLength(1)
  })

  test('what was begun and never marked is looked for first', async () => {
    await place.deliveries.begin({ ...row('resumed'), startedAt: monday })
    const { asked, send } = provider('ts-1')
    expect(await deliverOnce(place, row('resumed'), send)).toBe('ts-1')
    expect(asked).toEqual([{ key: 'resumed', mayExist: true }])
  })

  test('what may work later is thrown, noted, and looked for at the next try', async () => {
    const { asked, send } = provider(new RetryLater('Slack: ratelimited', 3_000), 'ts-2')
    await expect(deliverOnce(place, row('later'), send)).rejects.toMatchObject({ afterMs: 3_000 })
    expect(await stored('later')).toMatchObject({ state: 'sending', error: 'Slack: ratelimited' })
    expect(await deliverOnce(place, row('later'), send)).toBe('ts-2')
    expect(asked.map(({ mayExist }) => mayExist)).toEqual([false, true])
    expect(await stored('later')).toMatchObject({ state: 'sent', error: null })
  })

  test('what the provider did not take yet need not be looked for', async () => {
    const { asked, send } = provider(new NotSentYet('Slack: rate limited', 3_000), 'ts-2')
    await expect(deliverOnce(place, row('not yet'), send)).rejects.toMatchObject({ afterMs: 3_000 })
    expect(await stored('not yet')).toBeNull()
    expect(await deliverOnce(place, row('not yet'), send)).toBe('ts-2')
    expect(asked.map(({ mayExist }) => mayExist)).toEqual([false, false])
  })

  test('what an earlier try may have sent is still looked for after a try that sent nothing', async () => {
    const errors = [new RetryLater('no network', 1_000), new NotSentYet('Slack: rate limited', 3_000)]
    const { asked, send } = provider(...errors, 'ts-3')
    for (const { message } of errors)
      await expect(deliverOnce(place, row('perhaps'), send)).rejects.toThrow(message)
    expect(await deliverOnce(place, row('perhaps'), send)).toBe('ts-3')
    expect(asked.map(({ mayExist }) => mayExist)).toEqual([false, true, true])
  })

  test('what was refused for good is null and never tried again', async () => {
    const { asked, send } = provider(new RefusedByProvider('user_not_found'))
    expect(await deliverOnce(place, row('refused'), send)).toBeNull()
    expect(await deliverOnce(place, row('refused'), send)).toBeNull()
    expect(asked).toHaveLength(1)
    expect(await stored('refused')).toMatchObject({ state: 'refused', error: 'user_not_found' })
  })

  test('one entry does not stand for another', async () => {
    const { asked, send } = provider('a', 'b')
    expect(await deliverOnce(place, row('x:1:0'), send)).toBe('a')
    expect(await deliverOnce(place, row('x:1:1'), send)).toBe('b')
    expect(asked).toHaveLength(2)
  })
})
