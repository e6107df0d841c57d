import { useQuery } from '@tanstack/react-query'
import type { TicketAnswer } from '../../shared/http/answers.ts'
import { pollEvery } from '../../shared/http/poll.ts'
import { isProblem } from '../../shared/http/problem.ts'
import { request } from '../../shared/http/request.ts'
import { ticketKey } from './ticket-keys.ts'

/** One ticket and what this person may do with it; looks again while it is theirs to see. */
export const useTicket = (id: string) =>
  useQuery({
    queryKey: ticketKey(id),
    queryFn: ({ signal }) => request<TicketAnswer>(`/api/tickets/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: (query) => (isGone(query.state.error) ? false : pollEvery()),
  })

/** It was deleted, or is not this person's to see any more: somebody else has claimed it. */
export const isGone = (error: unknown) => isProblem(error) && error.status === 404
