import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { wordsFor } from '../../shared/http/problem.ts'
import { request } from '../../shared/http/request.ts'
import { forgetAll } from '../../shared/session/drafts.ts'
import { setSession } from '../../shared/session/session.ts'
import { toast } from '../../shared/toasts/toasts.ts'

export function useLogOut() {
  const navigate = useNavigate()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request('/api/auth/logout', { method: 'POST' }),
    onSuccess: async () => {
      setSession(null)
      forgetAll()
      await navigate('/login', { replace: true })
      client.clear()
    },
    onError: (error) => toast('error', wordsFor(error)),
  })
}
