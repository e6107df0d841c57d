import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Assignee } from '../../../../../core/triage/list-assignees.ts'
import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { request } from '../../../shared/http/request.ts'
import { ticketKey, ticketsKey } from '../../../shared/tickets/ticket-keys.ts'
import { toast } from '../../../shared/toasts/toasts.ts'

/** Possible assignees, best match first, at most 20. @param search the start of a name or an address; '' for all */
export const useAssignees = (id: string, search: string) =>
  useQuery({
    queryKey: ['assignees', id, search],
    queryFn: async ({ signal }) => {
      const query = search ? `?${new URLSearchParams({ search })}` : ''
      const path = `/api/tickets/${id}/assignees${query}`
      return (await request<{ assignees: Assignee[] }>(path, { signal })).assignees
    },
    placeholderData: keepPreviousData,
  })

export function useAssign(id: string, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id: assignee }: Assignee) =>
      request<TicketAnswer>(`/api/tickets/${id}/assign`, { method: 'POST', body: { assignee } }),
    onSuccess: (answer, { name }) => {
      client.setQueryData<TicketAnswer>(ticketKey(id), answer)
      toast('success', `#${answer.ticket.number} assigned to ${name}`)
      onDone()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ticketsKey }),
  })
}
