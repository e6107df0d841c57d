import { useMutation } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { SignInAnswer } from '../../shared/http/answers.ts'
import { request } from '../../shared/http/request.ts'
import { returnPath } from '../../shared/session/return-path.ts'
import { useEnter } from './use-enter.ts'

export function useLogIn() {
  const enter = useEnter()
  const [search] = useSearchParams()
  return useMutation({
    meta: { guest: true },
    mutationFn: (body: { email: string; password: string }) =>
      request<SignInAnswer>('/api/auth/login', { method: 'POST', body }),
    onSuccess: (answer, { email }) =>
      enter(answer, returnPath(search.get('from'), window.location.origin), email),
  })
}
