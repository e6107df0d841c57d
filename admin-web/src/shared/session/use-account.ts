import { useQuery } from '@tanstack/react-query'
import type { SessionAnswer } from '../http/answers.ts'
import { otherPollMs } from '../http/poll.ts'
import { request } from '../http/request.ts'

export const accountKey = ['account'] as const

/** The reader's own account. It is polled, since linked chats and duty change outside the console too. */
export const useAccount = () =>
  useQuery({
    queryKey: accountKey,
    queryFn: ({ signal }) => request<SessionAnswer>('/api/auth/me', { signal }).then((answer) => answer.user),
    refetchInterval: otherPollMs,
  })
