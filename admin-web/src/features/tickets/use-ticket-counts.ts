import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { request } from '../../shared/http/request.ts'
import { useLivePoll } from '../../shared/live/live-state.ts'
import type { StatusCounts } from './status-filter.ts'
import { type TicketFilter, ticketLists } from './use-ticket-list.ts'

/** How many tickets of each status a list has; what a search finds is not counted. */
export function useTicketCounts({
  view,
  params: more,
}: Omit<TicketFilter, 'status'>): StatusCounts | undefined {
  const { sort: _, q, ...filters }: Record<string, string> = { ...(view ? { view } : {}), ...more }
  const counts = useQuery({
    queryKey: [...ticketLists, 'counts', filters],
    queryFn: ({ signal }) =>
      request<{ counts: StatusCounts }>(`/api/ticket-counts?${new URLSearchParams(filters)}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: useLivePoll(),
    enabled: !q,
  })
  return q ? undefined : counts.data?.counts
}
