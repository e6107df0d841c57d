import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRevalidator } from 'react-router'
import type { SessionAnswer } from '../../shared/http/answers.ts'
import { request } from '../../shared/http/request.ts'
import { setSession } from '../../shared/session/session.ts'
import { toast } from '../../shared/toasts/toasts.ts'
import { accountKey } from './use-account.ts'

/** Changes one's own name, here and at the account's place in the menu. */
export function useChangeName(onDone: () => void) {
  const client = useQueryClient()
  const { revalidate } = useRevalidator()
  return useMutation({
    mutationFn: (name: string) =>
      request<SessionAnswer>('/api/auth/profile', { method: 'POST', body: { name } }),
    onSuccess: ({ user }) => {
      setSession(user)
      client.setQueryData(accountKey, user)
      toast('success', `You are ${user.name} now.`)
      onDone()
      return revalidate()
    },
  })
}
