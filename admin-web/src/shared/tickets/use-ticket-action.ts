import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TicketAnswer } from '../http/answers.ts'
import { errorMessage } from '../http/problem.ts'
import { request } from '../http/request.ts'
import { toast } from '../toasts/toasts.ts'
import { startOwnChange } from './own-change.ts'
import { ticketKey, ticketsKey } from './ticket-keys.ts'

export type TicketAction = 'claim' | 'release' | 'wait' | 'reopen' | 'close' | 'redact'

const done: Record<TicketAction, (number: number) => string> = {
  claim: (number) => `You claimed #${number}`,
  release: (number) => `#${number} is back in the queue`,
  wait: (number) => `#${number} is waiting for the requester`,
  reopen: (number) => `#${number} reopened`,
  close: (number) => `#${number} closed`,
  redact: (number) => `#${number} shows no secrets any more`,
}

/** Carries out an action on a ticket. If somebody else was faster, says who, and rereads what is shown. */
export function useTicketAction(id: string, action: TicketAction) {
  const client = useQueryClient()
  return useMutation({
    onMutate: startOwnChange,
    mutationFn: () => request<TicketAnswer>(`/api/tickets/${id}/${action}`, { method: 'POST' }),
    onSuccess: (answer) => {
      client.setQueryData<TicketAnswer>(ticketKey(id), answer)
      toast('success', done[action](answer.ticket.number))
    },
    onError: (error) => toast('error', errorMessage(error)),
    onSettled: (_answer, _error, _input, endOwnChange) =>
      client.invalidateQueries({ queryKey: ticketsKey }).finally(endOwnChange),
  })
}
