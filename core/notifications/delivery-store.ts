import type { Database } from '../database/connect.ts'
import { isDuplicate } from '../database/duplicate.ts'
import type { Delivery } from '../database/models.ts'

export function createDeliveryStore({ deliveries }: Pick<Database, 'deliveries'>) {
  /** @returns the row as it was before this try, or null: this is the first */
  async function begin(
    row: Pick<Delivery, '_id' | 'channel' | 'about' | 'to' | 'startedAt'>,
  ): Promise<Delivery | null> {
    try {
      await deliveries.create({ ...row, state: 'sending', providerId: null, error: null, finishedAt: null })
      return null
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return deliveries.findById(row._id).lean<Delivery>()
    }
  }

  const sent = (id: string, providerId: string, finishedAt: Date) =>
    deliveries.updateOne({ _id: id }, { $set: { state: 'sent', providerId, finishedAt, error: null } })

  const refused = (id: string, error: string, finishedAt: Date) =>
    deliveries.updateOne({ _id: id }, { $set: { state: 'refused', error, finishedAt } })

  const failed = (id: string, error: string) => deliveries.updateOne({ _id: id }, { $set: { error } })

  return { begin, sent, refused, failed }
}

export type DeliveryStore = ReturnType<typeof createDeliveryStore>
