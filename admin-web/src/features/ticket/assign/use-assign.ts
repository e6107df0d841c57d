import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Assignee } from '../../../../../core/triage/list-assignees.ts'
import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { request } from '../../../shared/http/request.ts'
import { useSubmissionKey } from '../../../shared/session/use-submission-key.ts'
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

type Assigning = { person: Assignee /** for the assignee, as an internal note; '' for none */; word: string }

/** Assigns a ticket. The note comes first: once they claim the ticket, this person may not see it any more. */
export function useAssign(id: string, onDone: () => void) {
  const client = useQueryClient()
  const { keyFor, done } = useSubmissionKey(`assign:${id}`)
  return useMutation({
    mutationFn: async ({ person, word }: Assigning) => {
      const body = { body: `@${person.name} ${word}`, visibility: 'internal', mentions: [person.id] }
      if (word) await request(`/api/tickets/${id}/comments`, { method: 'POST', body, key: keyFor(body) })
      return request<TicketAnswer>(`/api/tickets/${id}/assign`, {
        method: 'POST',
        body: { assignee: person.id },
      })
    },
    onSuccess: (answer, { person: { name } }) => {
      done()
      client.setQueryData<TicketAnswer>(ticketKey(id), answer)
      toast('success', `#${answer.ticket.number} assigned to ${name}`)
      onDone()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ticketsKey }),
  })
}
