import { useQuery } from '@tanstack/react-query'
import type { SimilarView } from '../../../../../core/triage/similar/similar-view.ts'
import { request } from '../../../shared/http/request.ts'
import { similarKey } from '../../../shared/tickets/ticket-keys.ts'

const freshMs = 60_000

/** Tickets like this one that this person may see, the most similar first. */
export const useSimilar = (ticket: string) =>
  useQuery({
    queryKey: similarKey(ticket),
    queryFn: async ({ signal }) =>
      (await request<{ tickets: SimilarView[] }>(`/api/tickets/${ticket}/similar`, { signal })).tickets,
    staleTime: freshMs,
  })
