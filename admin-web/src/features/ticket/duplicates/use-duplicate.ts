import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { request } from '../../../shared/http/request.ts'
import { ticketKey, ticketsKey } from '../../../shared/tickets/ticket-keys.ts'
import { toast } from '../../../shared/toasts/toasts.ts'

/** Marks a ticket as a duplicate of the one with that number; null unmarks it. */
export function useDuplicate(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (of: number | null) =>
      request<TicketAnswer>(`/api/tickets/${id}/duplicate`, {
        method: of === null ? 'DELETE' : 'POST',
        ...(of === null ? {} : { body: { of } }),
      }),
    onSuccess: (answer) => {
      const { number, duplicateOf } = answer.ticket
      client.setQueryData<TicketAnswer>(ticketKey(id), answer)
      toast(
        'success',
        duplicateOf
          ? `#${number} marked as a duplicate of #${duplicateOf.number}`
          : `#${number} unmarked as a duplicate`,
      )
    },
    onSettled: () => client.invalidateQueries({ queryKey: ticketsKey }),
  })
}
