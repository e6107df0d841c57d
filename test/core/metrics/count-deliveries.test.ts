import { expect, test } from 'vitest'
import { countDeliveries } from '../../../core/metrics/count-deliveries.ts'
import { deliverOnce } from '../../../core/notifications/deliveries/deliver-once.ts'
import { createDeliveryStore } from '../../../core/notifications/deliveries/delivery-store.ts'
import { RefusedByProvider } from '../../../core/provider-errors.ts'
import { monday } from '../../support/ticket-fixture.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()

test('each try is counted by its channel and how it ended; a repeated step is no try', async () => {
  const counted: string[] = []
  const delivered = (channel: string, result: string) => counted.push(`${channel} ${result}`)
  const deliveries = countDeliveries(createDeliveryStore(database()), { delivered })
  const place = { deliveries, now: () => monday }
  const row = (id: string) => ({ _id: id, channel: 'slack' as const, about: 'card', to: null })
  const fail = async () => {
    throw new Error('down')
  }
  const refuse = async () => {
    throw new RefusedByProvider('no')
  }
  await expect(deliverOnce(place, row('a'), fail)).rejects.toThrow('down')
  await deliverOnce(place, row('a'), async () => 'ts')
  await deliverOnce(place, row('a'), async () => 'ts')
  await deliverOnce(place, row('b'), refuse)
  await deliverOnce(place, row('b'), refuse)
  expect(counted).toEqual(['slack failed', 'slack sent', 'slack refused'])
})
