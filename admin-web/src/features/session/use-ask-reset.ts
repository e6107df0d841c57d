import { useMutation } from '@tanstack/react-query'
import { request } from '../../shared/http/request.ts'

/** Requests a reset link. The answer is the same whether the address is known or not. */
export const useAskReset = () =>
  useMutation({
    meta: { guest: true },
    mutationFn: (body: { email: string }) =>
      request<{ message: string }>('/api/auth/reset', { method: 'POST', body }),
  })
