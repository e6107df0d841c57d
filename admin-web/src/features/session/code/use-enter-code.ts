import { useMutation } from '@tanstack/react-query'
import type { SessionAnswer } from '../../../shared/http/answers.ts'
import { request } from '../../../shared/http/request.ts'
import { type CodeNeeded, useEnter } from '../use-enter.ts'

/** Second step of signing in. */
export function useEnterCode({ token, to }: CodeNeeded) {
  const enter = useEnter()
  return useMutation({
    meta: { guest: true },
    mutationFn: (code: string) =>
      request<SessionAnswer>('/api/auth/login/code', { method: 'POST', body: { token, code } }),
    onSuccess: (answer) => enter(answer, to),
  })
}
