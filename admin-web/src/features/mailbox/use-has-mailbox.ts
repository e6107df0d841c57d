import { useQuery } from '@tanstack/react-query'
import { request } from '../../shared/http/request.ts'

/** Whether there is a local mailbox to show. Asked once: it doesn't change while the desk runs. @param ask only admins may */
export function useHasMailbox(ask: boolean) {
  const probe = useQuery({
    queryKey: ['has-mailbox'],
    queryFn: ({ signal }) => request('/api/mailbox?limit=1', { signal }).then(() => true),
    enabled: ask,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return ask && probe.data === true
}
