import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '../../shared/http/request.ts'
import { toast } from '../../shared/toasts/toasts.ts'
import { devicesKey } from './use-devices.ts'

export function useChangePassword() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { current: string; password: string }) =>
      request('/api/auth/password', { method: 'POST', body }),
    onSuccess: () => {
      toast('success', 'Password changed. Your other devices are signed out.')
      return queries.invalidateQueries({ queryKey: devicesKey })
    },
  })
}
