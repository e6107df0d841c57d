import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { errorMessage } from '../../../shared/http/problem.ts'
import { request } from '../../../shared/http/request.ts'
import { startOwnChange } from '../../../shared/tickets/own-change.ts'
import { ticketKey, ticketsKey } from '../../../shared/tickets/ticket-keys.ts'
import { toast } from '../../../shared/toasts/toasts.ts'

type Rating = { score: number; comment?: string }

export function useRate(id: string) {
  const client = useQueryClient()
  return useMutation({
    onMutate: startOwnChange,
    mutationFn: (rating: Rating) =>
      request<TicketAnswer>(`/api/tickets/${id}/rate`, { method: 'POST', body: rating }),
    onSuccess: (answer) => {
      client.setQueryData<TicketAnswer>(ticketKey(id), answer)
      toast('success', 'Thank you for your rating')
    },
    onError: (error) => toast('error', errorMessage(error)),
    onSettled: (_answer, _error, _input, endOwnChange) =>
      client.invalidateQueries({ queryKey: ticketsKey }).finally(endOwnChange),
  })
}
