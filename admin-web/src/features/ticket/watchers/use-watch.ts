import { useMutation, useQueryClient } from '@tanstack/react-query'
import { errorMessage } from '../../../shared/http/problem.ts'
import { request } from '../../../shared/http/request.ts'
import { ticketsKey } from '../../../shared/tickets/ticket-keys.ts'
import { toast } from '../../../shared/toasts/toasts.ts'

/** Adds or removes a watcher; whoever stops watching may lose access. @param user `me` or a user id */
export function useWatch(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ user, watch }: { user: string; watch: boolean }) =>
      request(`/api/tickets/${id}/watchers/${user}`, { method: watch ? 'PUT' : 'DELETE' }),
    onError: (error) => toast('error', errorMessage(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ticketsKey }),
  })
}
