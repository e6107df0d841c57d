import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SessionAnswer } from '../../shared/http/answers.ts'
import { errorMessage } from '../../shared/http/problem.ts'
import { request } from '../../shared/http/request.ts'
import { accountKey } from '../../shared/session/use-account.ts'
import { toast } from '../../shared/toasts/toasts.ts'

/** Goes on or off duty. */
export function useChangeDuty() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (onDuty: boolean) =>
      request<SessionAnswer>('/api/auth/duty', { method: 'POST', body: { onDuty } }),
    onSuccess: ({ user }) => {
      client.setQueryData(accountKey, user)
      toast('success', user.onDuty ? 'You are on duty' : 'You are off duty')
    },
    onError: (error) => toast('error', errorMessage(error)),
  })
}
