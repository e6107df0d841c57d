import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { request } from '../../../shared/http/request.ts'
import { ticketKey, ticketsKey } from '../../../shared/tickets/ticket-keys.ts'
import { toast } from '../../../shared/toasts/toasts.ts'

export function useResolve(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (resolution: string) =>
      request<TicketAnswer>(`/api/tickets/${id}/resolve`, { method: 'POST', body: { resolution } }),
    onSuccess: (answer) => {
      client.setQueryData<TicketAnswer>(ticketKey(id), answer)
      toast('success', `#${answer.ticket.number} resolved`)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ticketsKey }),
  })
}
