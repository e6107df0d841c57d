import { useMutation } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { request } from '../../shared/http/request.ts'

/** Requests a link that signs in without a password and leads back to the page that was asked for. */
export function useAskSignInLink() {
  const next = useSearchParams()[0].get('from')
  return useMutation({
    meta: { guest: true },
    mutationFn: (email: string) =>
      request<{ message: string }>('/api/auth/sign-in-link', {
        method: 'POST',
        body: { email, ...(next && next.length <= 500 ? { next } : {}) },
      }),
  })
}
