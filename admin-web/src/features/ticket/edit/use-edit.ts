import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TicketAnswer, TicketView } from '../../../shared/http/answers.ts'
import { request } from '../../../shared/http/request.ts'
import { ticketKey, ticketsKey } from '../../../shared/tickets/ticket-keys.ts'
import type { EditDraft } from './edit-draft.ts'
import { saveEdit } from './save-edit.ts'

export function useEdit(ticket: TicketView) {
  const { id } = ticket
  const client = useQueryClient()
  const path = `/api/tickets/${id}`
  return useMutation({
    mutationFn: (draft: EditDraft) =>
      saveEdit(draft, ticket, {
        put: (body) => request<TicketAnswer>(path, { method: 'PUT', body }),
        read: () => request<TicketAnswer>(path),
      }),
    onSuccess: (answer) => {
      client.setQueryData<TicketAnswer>(ticketKey(id), answer)
      return client.invalidateQueries({ queryKey: ticketsKey })
    },
  })
}
