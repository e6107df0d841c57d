import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Status } from '../../../../../core/tickets/ticket-values.ts'
import { request } from '../../../shared/http/request.ts'
import { useLivePoll } from '../../../shared/live/live-state.ts'
import { ticketListsKey } from '../../../shared/tickets/ticket-keys.ts'
import type { TicketFilter } from '../list/use-ticket-list.ts'
import type { StatusCounts } from './status-filter.ts'

type CountsAnswer = { counts: Record<Status, number>; more?: boolean }

/** How many tickets of each status a list has. A search counts what it finds. */
export function useTicketCounts({
  view,
  params: more,
}: Omit<TicketFilter, 'status'>): StatusCounts | undefined {
  const { sort: _, ...filters }: Record<string, string> = { ...(view ? { view } : {}), ...more }
  const counts = useQuery({
    queryKey: [...ticketListsKey, 'counts', filters],
    queryFn: ({ signal }) =>
      request<CountsAnswer>(`/api/ticket-counts?${new URLSearchParams(filters)}`, { signal }),
    select: ({ counts, more = false }): StatusCounts => ({ ...counts, more }),
    placeholderData: keepPreviousData,
    refetchInterval: useLivePoll(),
  })
  return counts.data
}
