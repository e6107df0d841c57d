import { useMutation } from '@tanstack/react-query'
import { request } from '../../shared/http/request.ts'

/** Signs up. The answer is the same whether the address is known or not; only the mail says which. */
export const useSignUp = () =>
  useMutation({
    meta: { guest: true },
    mutationFn: (body: { name: string; email: string }) =>
      request<{ message: string }>('/api/auth/signup', { method: 'POST', body }),
  })
