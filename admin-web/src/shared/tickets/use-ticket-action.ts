import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TicketAnswer } from '../http/answers.ts'
import { wordsFor } from '../http/problem.ts'
import { request } from '../http/request.ts'
import { toast } from '../toasts/toasts.ts'
import { ticketKey, ticketsKey } from './ticket-keys.ts'

export type TicketAction = 'claim' | 'release' | 'wait' | 'reopen' | 'close'

const done: Record<TicketAction, (number: number) => string> = {
  claim: (number) => `#${number} is yours now.`,
  release: (number) => `#${number} is back in the queue.`,
  wait: (number) => `#${number} waits for its requester, who is told.`,
  reopen: (number) => `#${number} is taken up again.`,
  close: (number) => `#${number} is closed.`,
}

/** Takes a step with a ticket. Who was too late is told who has it, and everything shown is read anew. */
export function useTicketAction(id: string, action: TicketAction) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<TicketAnswer>(`/api/tickets/${id}/${action}`, { method: 'POST' }),
    onSuccess: (answer) => {
      client.setQueryData<TicketAnswer>(ticketKey(id), answer)
      toast('success', done[action](answer.ticket.number))
    },
    onError: (error) => toast('error', wordsFor(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ticketsKey }),
  })
}
