import { useQuery } from '@tanstack/react-query'
import { request } from '../../shared/http/request.ts'

/** Whether the desk has a local mailbox. Asked once: it doesn't change while the desk runs. @param ask true for admins */
export function useHasMailbox(ask: boolean) {
  const probe = useQuery({
    queryKey: ['has-mailbox'],
    queryFn: ({ signal }) => request('/api/mailbox?limit=1', { signal }).then(() => true),
    enabled: ask,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return ask && probe.data === true
}
