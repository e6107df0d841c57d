import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Answers } from '../../../../../core/tickets/fields/ticket-field.ts'
import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { request } from '../../../shared/http/request.ts'
import { ticketKey, ticketsKey } from '../../../shared/tickets/ticket-keys.ts'
import type { TicketFields } from './edit-draft.ts'

export type Edit = { version: number; fields?: Answers } & Partial<Omit<TicketFields, 'answers'>>

export function useEdit(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Edit) => request<TicketAnswer>(`/api/tickets/${id}`, { method: 'PUT', body }),
    onSuccess: (answer) => {
      client.setQueryData<TicketAnswer>(ticketKey(id), answer)
      return client.invalidateQueries({ queryKey: ticketsKey })
    },
  })
}
