import { GoneAtProvider, NotSentYet, RefusedByProvider } from '../../provider-errors.ts'
import type { Sending } from '../messengers/sending.ts'
import type { DeliveryHead } from './delivery.ts'
import type { DeliveryStore } from './delivery-store.ts'

/**
 * Sends something once. A row is written before sending and marked afterwards. A repeated step skips what was sent or
 * refused. If an earlier attempt only started, `send` is told to look for the message first.
 * @returns the provider's id; null when the provider refused for good
 * @throws what `send` throws when a retry may help; GoneAtProvider, so that the caller can send it elsewhere
 */
export async function deliverOnce(
  { deliveries, now }: { deliveries: DeliveryStore; now: () => Date },
  row: DeliveryHead,
  send: (sending: Sending) => Promise<string>,
): Promise<string | null> {
  const earlier = await deliveries.begin({ ...row, startedAt: now() })
  if (earlier?.state === 'sent') return earlier.providerId
  if (earlier?.state === 'refused') return null
  try {
    const providerId = await send({ key: row._id, mayExist: earlier !== null })
    await deliveries.sent(row._id, providerId, now())
    return providerId
  } catch (error) {
    const reason = (error as Error).message
    if (error instanceof NotSentYet && !earlier) {
      await deliveries.withdraw(row._id)
      throw error
    }
    if (!(error instanceof RefusedByProvider) || error instanceof GoneAtProvider) {
      await deliveries.failed(row._id, reason)
      throw error
    }
    await deliveries.refused(row._id, reason, now())
    return null
  }
}
