import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DeliveryView } from '../../../../core/notifications/deliveries/delivery-view.ts'
import { request } from '../../shared/http/request.ts'
import { usePages } from '../../shared/http/use-pages.ts'
import { toast } from '../../shared/toasts/toasts.ts'

export type { DeliveryView }
export const deliveryFilterNames = ['person', 'personName', 'ticket', 'number', 'channel', 'state'] as const
export type DeliveryFilters = Record<(typeof deliveryFilterNames)[number], string>

type DeliveryPage = { deliveries: DeliveryView[]; next: string | null }
const key = ['deliveries']

/** What was sent, newest first. @param filters from the address */
export function useDeliveries({ person, ticket, channel, state }: DeliveryFilters) {
  const params = {
    ...(person ? { person } : {}),
    ...(ticket ? { ticket } : {}),
    ...(channel ? { channel } : {}),
    ...(state ? { state } : {}),
  }
  const list = usePages<DeliveryPage>(key, '/api/deliveries', { params })
  return { list, deliveries: list.data?.pages.flatMap((page) => page.deliveries) }
}

/** Sends a message once more. */
export function useResend() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      request(`/api/deliveries/${encodeURIComponent(id)}/resend`, { method: 'POST' }),
    onSuccess: () => toast('success', 'Resending'),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
}
