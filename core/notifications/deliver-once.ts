import { RefusedByProvider } from '../provider-errors.ts'
import type { DeliveryHead } from './delivery.ts'
import type { DeliveryStore } from './delivery-store.ts'
import type { Sending } from './messengers.ts'

/**
 * Sends something at most once as far as anybody can tell. The row is written before and marked after: a step that
 * runs again finds it sent, or still under way, and then `send` is told to look first.
 * @returns the provider's id, or null when the provider refused for good
 * @throws what `send` throws when it may work later
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
    if (!(error instanceof RefusedByProvider)) {
      await deliveries.failed(row._id, reason)
      throw error
    }
    await deliveries.refused(row._id, reason, now())
    return null
  }
}
