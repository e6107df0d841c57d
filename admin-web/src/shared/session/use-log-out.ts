import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { errorMessage } from '../http/problem.ts'
import { request } from '../http/request.ts'
import { toast } from '../toasts/toasts.ts'
import { forgetAll } from './drafts.ts'
import { noteLoggedOut } from './log-in-reason.ts'
import { setSession } from './session.ts'

export function useLogOut() {
  const navigate = useNavigate()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request('/api/auth/logout', { method: 'POST' }),
    onSuccess: async () => {
      setSession(null)
      forgetAll()
      noteLoggedOut()
      await navigate('/login', { replace: true })
      client.clear()
    },
    onError: (error) => toast('error', errorMessage(error)),
  })
}
