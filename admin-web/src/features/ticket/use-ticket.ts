import { useQuery } from '@tanstack/react-query'
import type { TicketAnswer } from '../../shared/http/answers.ts'
import { fromFirstAnswer } from '../../shared/http/first-answers.ts'
import { isProblem } from '../../shared/http/problem.ts'
import { request } from '../../shared/http/request.ts'
import { useLivePoll } from '../../shared/live/live-state.ts'
import { ticketKey } from '../../shared/tickets/ticket-keys.ts'

/** One ticket and what this person may do with it, kept up to date while they may see it. */
export function useTicket(id: string) {
  const pollMs = useLivePoll()
  const path = `/api/tickets/${encodeURIComponent(id)}`
  return useQuery({
    ...fromFirstAnswer(ticketKey(id), path, (answer: TicketAnswer) => answer),
    queryFn: ({ signal }) => request<TicketAnswer>(path, { signal }),
    refetchInterval: (query) => (isGone(query.state.error) ? false : pollMs),
  })
}

/** Whether the ticket was deleted, or this person may no longer see it since somebody else has claimed it. */
export const isGone = (error: unknown) => isProblem(error) && error.status === 404
