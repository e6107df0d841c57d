import { useQuery } from '@tanstack/react-query'
import type { Mail } from '../../shared/http/answers.ts'
import { request } from '../../shared/http/request.ts'

/** One message. It never changes. */
export const useMail = (id: string) =>
  useQuery({
    queryKey: ['mail', id],
    queryFn: ({ signal }) =>
      request<{ message: Mail }>(`/api/mailbox/${encodeURIComponent(id)}`, { signal }).then(
        (answer) => answer.message,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
