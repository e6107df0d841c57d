import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { request } from '../../../shared/http/request.ts'
import { useLivePoll } from '../../../shared/live/live-state.ts'
import { ticketListsKey } from '../../../shared/tickets/ticket-keys.ts'
import type { TicketFilter } from '../list/use-ticket-list.ts'
import type { StatusCounts } from './status-filter.ts'

/** How many tickets of each status a list has. The results of a search are not counted. */
export function useTicketCounts({
  view,
  params: more,
}: Omit<TicketFilter, 'status'>): StatusCounts | undefined {
  const { sort: _, q, ...filters }: Record<string, string> = { ...(view ? { view } : {}), ...more }
  const counts = useQuery({
    queryKey: [...ticketListsKey, 'counts', filters],
    queryFn: ({ signal }) =>
      request<{ counts: StatusCounts }>(`/api/ticket-counts?${new URLSearchParams(filters)}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: useLivePoll(),
    enabled: !q,
  })
  return q ? undefined : counts.data?.counts
}
