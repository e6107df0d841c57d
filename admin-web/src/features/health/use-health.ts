import { useQuery } from '@tanstack/react-query'
import type { Health } from '../../shared/http/answers.ts'
import { request } from '../../shared/http/request.ts'

const healthPollMs = 15_000

export const useHealth = () =>
  useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => request<Health>('/api/health', { signal }),
    refetchInterval: healthPollMs,
  })
