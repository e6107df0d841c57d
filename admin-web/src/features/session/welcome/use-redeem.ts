import { useMutation } from '@tanstack/react-query'
import type { SignInAnswer } from '../../../shared/http/answers.ts'
import { request } from '../../../shared/http/request.ts'
import { returnPath } from '../../../shared/session/return-path.ts'
import { useEnter } from '../use-enter.ts'

export type Redeem = { email?: string; name?: string; password?: string; keepApiKeys?: boolean }

/** Uses up a link, signs its owner in and continues. @param next path of the console */
export function useRedeem(token: string, next = '/') {
  const enter = useEnter()
  return useMutation({
    meta: { guest: true },
    mutationFn: (given: Redeem) =>
      request<SignInAnswer>('/api/auth/redeem', { method: 'POST', body: { token, ...given } }),
    onSuccess: (answer) => enter(answer, returnPath(next, window.location.origin)),
  })
}
