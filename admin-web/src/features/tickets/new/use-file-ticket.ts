import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Answers } from '../../../../../core/tickets/fields/ticket-field.ts'
import type { Urgency } from '../../../../../core/tickets/ticket-values.ts'
import type { TicketView } from '../../../shared/http/answers.ts'
import { isProblem } from '../../../shared/http/problem.ts'
import { request } from '../../../shared/http/request.ts'
import { useSubmissionKey } from '../../../shared/session/use-submission-key.ts'
import { ticketListsKey } from '../../../shared/tickets/ticket-keys.ts'

/** @property category absent: triage decides */
export type NewTicket = {
  title: string
  description: string
  urgency: Urgency
  category?: string
  fields?: Answers
  files?: string[]
}

/** Files a ticket. Sent again with the same text, by a retry or by hand, it is filed once. */
export function useFileTicket() {
  const { keyFor, done } = useSubmissionKey('ticket')
  const client = useQueryClient()
  return useMutation({
    retry: (failures, error) => isProblem(error) && error.status === 0 && failures < 2,
    mutationFn: (body: NewTicket) =>
      request<{ ticket: TicketView }>('/api/tickets', { method: 'POST', body, key: keyFor(body) }),
    onSuccess: () => {
      done()
      return client.invalidateQueries({ queryKey: ticketListsKey })
    },
  })
}
