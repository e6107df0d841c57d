import type { Desk } from '../../desk.ts'
import { forbidden } from '../../errors.ts'
import type { Actor } from '../../users/user.ts'
import type { Delivery } from './delivery.ts'
import type { DeliveryPage } from './delivery-store.ts'

/** One page of deliveries, newest first. @throws forbidden unless admin */
export async function listDeliveries(
  desk: Pick<Desk, 'deliveries'>,
  actor: Actor,
  page: DeliveryPage,
): Promise<Delivery[]> {
  if (actor.role !== 'admin') throw forbidden('Only admins can see deliveries.')
  return desk.deliveries.list(page)
}
