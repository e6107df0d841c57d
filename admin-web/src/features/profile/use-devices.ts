import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '../../shared/http/request.ts'

export type Device = { id: string; lastUsedAt: string; agent: string | null; current: boolean }

export const devicesKey = ['devices']

/** Where the reader is signed in. */
export const useDevices = () =>
  useQuery({
    queryKey: devicesKey,
    queryFn: async ({ signal }) =>
      (await request<{ sessions: Device[] }>('/api/auth/sessions', { signal })).sessions,
  })

/** Signs out one device, by its id, or all others. */
export function useSignOutDevice() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (which: string | 'others') =>
      which === 'others'
        ? request('/api/auth/logout-all', { method: 'POST', body: { keepCurrent: true } })
        : request(`/api/auth/sessions/${which}`, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: devicesKey }),
  })
}
