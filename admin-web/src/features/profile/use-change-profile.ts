import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRevalidator } from 'react-router'
import type { SessionAnswer, UserView } from '../../shared/http/answers.ts'
import { request } from '../../shared/http/request.ts'
import { setSession } from '../../shared/session/session.ts'
import { accountKey } from '../../shared/session/use-account.ts'
import { toast } from '../../shared/toasts/toasts.ts'

type Profile = Partial<Pick<UserView, 'name' | 'languages'>>

/** Changes the reader's own account, in the menu too. @param words say so */
export function useChangeProfile(words: (user: UserView) => string, onDone: () => void) {
  const client = useQueryClient()
  const { revalidate } = useRevalidator()
  return useMutation({
    mutationFn: (body: Profile) => request<SessionAnswer>('/api/auth/profile', { method: 'POST', body }),
    onSuccess: ({ user }) => {
      setSession({ user, needsSetUp: false })
      client.setQueryData(accountKey, user)
      toast('success', words(user))
      onDone()
      return revalidate()
    },
  })
}
