import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRevalidator } from 'react-router'
import type { SessionAnswer } from '../../shared/http/answers.ts'
import { request } from '../../shared/http/request.ts'
import { setSession } from '../../shared/session/session.ts'
import { accountKey } from '../../shared/session/use-account.ts'
import { toast } from '../../shared/toasts/toasts.ts'

/** Changes the reader's name, in the menu too. */
export function useChangeName(onDone: () => void) {
  const client = useQueryClient()
  const { revalidate } = useRevalidator()
  return useMutation({
    mutationFn: (name: string) =>
      request<SessionAnswer>('/api/auth/profile', { method: 'POST', body: { name } }),
    onSuccess: ({ user }) => {
      setSession({ user, needsSetUp: false })
      client.setQueryData(accountKey, user)
      toast('success', `Name changed to ${user.name}`)
      onDone()
      return revalidate()
    },
  })
}
