import { useQuery } from '@tanstack/react-query'
import type { LinkAnswer } from '../../../shared/http/answers.ts'
import { request } from '../../../shared/http/request.ts'

/** What a link is for. Asking doesn't use it up. */
export const useLink = (token: string) =>
  useQuery({
    queryKey: ['link', token],
    queryFn: () => request<LinkAnswer>('/api/auth/link', { method: 'POST', body: { token } }),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
