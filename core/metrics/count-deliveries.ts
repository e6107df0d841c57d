import type { DeliveryStore } from '../notifications/deliveries/delivery-store.ts'
import type { Metrics } from './metrics.ts'

/** Wraps a delivery store so that it counts the result of each attempt to send. */
export function countDeliveries(store: DeliveryStore, metrics: Pick<Metrics, 'delivered'>): DeliveryStore {
  const channels = new Map<string, string>()

  function count(id: string, result: Parameters<Metrics['delivered']>[1]) {
    const channel = channels.get(id)
    channels.delete(id)
    if (channel) metrics.delivered(channel, result)
  }

  return {
    ...store,
    begin: async (row) => {
      const earlier = await store.begin(row)
      if (earlier?.state !== 'sent' && earlier?.state !== 'refused') channels.set(row._id, row.channel)
      return earlier
    },
    sent: (id, ...more) => {
      count(id, 'sent')
      return store.sent(id, ...more)
    },
    refused: (id, ...more) => {
      count(id, 'refused')
      return store.refused(id, ...more)
    },
    failed: (id, ...more) => {
      count(id, 'failed')
      return store.failed(id, ...more)
    },
  }
}
